package org.footfall.tag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an installation is reached, as pages are to name it.
 *
 * @param text such as {@code https://stats.example/footfall}, without a slash at its end
 */
public record ServerAddress(String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "((?:https?:)?//)?([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:\\d{1,5})?"
              + "((?:/[A-Za-z0-9._~-]{1,100}){0,10})/?");

  /**
   * Reads what somebody sent. Without a protocol it is the page's; the address of the start page
   * will do, too.
   *
   * @param name of the parameter
   */
  public static ServerAddress of(String name, String sent) throws WrongValue {
    Matcher parts = FORM.matcher(sent.strip());
    if (!parts.matches()) {
      throw new WrongValue(name, "an address such as https://stats.example");
    }
    String protocol = parts.group(1) == null ? "//" : parts.group(1);
    String port = parts.group(3) == null ? "" : parts.group(3);
    return new ServerAddress(
        protocol + parts.group(2) + port + parts.group(4).replaceFirst("/index\\.php$", ""));
  }

  /** Where hits go. */
  public String tracker() {
    return text + "/matomo.php";
  }

  /** Where the tracker script is. */
  public String script() {
    return text + "/matomo.js";
  }
}
