package org.footfall.tag;

import static org.footfall.tag.PageText.string;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The opt-out form as a script, and the code that puts it into a page. */
public final class OptOutCode {
  private static final String SCRIPT = read();

  private OptOutCode() {}

  /**
   * The script that fills the element.
   *
   * @param doNotTrack whether the server leaves out who sends {@code DNT}
   * @param privacyControl whether it leaves out who sends {@code Sec-GPC}
   */
  public static String script(OptOutOptions options, boolean doNotTrack, boolean privacyControl) {
    OptOutStyle style = options.style();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("divId", string(options.divId()));
    settings.put("intro", string(options.intro() ? OptOutWords.INTRO : ""));
    settings.put("label", string(OptOutWords.LABEL));
    settings.put("counted", string(OptOutWords.COUNTED));
    settings.put("notCounted", string(OptOutWords.NOT_COUNTED));
    settings.put("signal", string(OptOutWords.SIGNAL));
    settings.put("blocked", string(OptOutWords.BLOCKED));
    settings.put("noTracker", string(OptOutWords.NO_TRACKER));
    settings.put("background", string(style.backgroundColor()));
    settings.put("color", string(style.fontColor()));
    settings.put("size", string(style.fontSize()));
    settings.put("family", string(style.fontFamily()));
    settings.put("useCookies", Boolean.toString(options.useCookies()));
    settings.put("patience", Integer.toString(options.patience()));
    settings.put("secure", Boolean.toString(options.secure()));
    settings.put("path", string(options.path()));
    settings.put("domain", string(options.domain()));
    settings.put("sameSite", string(options.sameSite()));
    settings.put("doNotTrack", Boolean.toString(doNotTrack));
    settings.put("privacyControl", Boolean.toString(privacyControl));
    return SCRIPT
        + settings.entrySet().stream()
            .map(setting -> "  " + setting.getKey() + ": " + setting.getValue())
            .collect(Collectors.joining(",\n", "({\n", "\n});\n"));
  }

  /** The code that has the script come from a server. */
  public static String embedding(
      ServerAddress server, String language, boolean intro, OptOutStyle style) throws WrongValue {
    OptOutOptions options = OptOutOptions.usual(intro, style);
    StringBuilder address = new StringBuilder(server.text());
    address.append("/index.php?module=CoreAdminHome&action=optOutJS");
    add(address, "divId", options.divId());
    add(address, "language", OptOutOptions.language(language));
    add(address, "backgroundColor", style.backgroundColor().replace("#", ""));
    add(address, "fontColor", style.fontColor().replace("#", ""));
    add(address, "fontSize", style.fontSize());
    add(address, "fontFamily", style.fontFamily());
    add(address, "showIntro", intro ? "1" : "0");
    return element(options)
        + "<script src=\""
        + PageText.attribute(address.toString())
        + "\"></script>\n";
  }

  /** The code that needs no server: the script itself. */
  public static String selfContained(boolean intro, OptOutStyle style) {
    OptOutOptions options = OptOutOptions.usual(intro, style);
    return element(options) + "<script>\n" + script(options, false, false) + "</script>\n";
  }

  private static String element(OptOutOptions options) {
    return "<div id=\"" + PageText.attribute(options.divId()) + "\"></div>\n";
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append('&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static String read() {
    try (InputStream in = OptOutCode.class.getResourceAsStream("opt-out.js")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read opt-out.js", e);
    }
  }
}
