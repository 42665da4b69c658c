package org.footfall.tag;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a page asks of the opt-out form in it.
 *
 * @param divId the element that the script fills
 * @param intro whether it says what the choice is about
 * @param useCookies whether the script sets the cookie itself where the page has no tracker
 * @param patience how many seconds it waits for the tracker
 * @param secure whether that cookie is sent over HTTPS only
 * @param path of the cookie
 * @param domain of the cookie, or empty for the page's host
 */
public record OptOutOptions(
    String divId,
    boolean intro,
    OptOutStyle style,
    boolean useCookies,
    int patience,
    boolean secure,
    String path,
    String domain,
    String sameSite) {
  private static final String DIV = "matomo-opt-out";
  private static final int PATIENCE = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,99}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8}){0,3}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,3}");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_.~%-]{0,200}");
  private static final Pattern DOMAIN =
      Pattern.compile("\\*?\\.?[A-Za-z0-9]([A-Za-z0-9.-]{0,250})");
  private static final List<String> SAME_SITE = List.of("Lax", "Strict", "None");

  /** What applies where nothing is said. */
  static OptOutOptions usual(boolean intro, OptOutStyle style) {
    return new OptOutOptions(DIV, intro, style, true, PATIENCE, true, "/", "", "Lax");
  }

  /**
   * Reads parameters under Matomo's names. Texts are English whatever language is asked for.
   *
   * @param sent gives a parameter's value, or the empty text
   */
  public static OptOutOptions read(UnaryOperator<String> sent) throws WrongValue {
    String unused = language(sent.apply("language"));
    return new OptOutOptions(
        one(sent, "divId", ID, DIV, "the id of an element, of letters, digits and hyphens"),
        flag(sent, "showIntro"),
        OptOutStyle.read(sent),
        flag(sent, "useCookiesIfNoTracker"),
        Integer.parseInt(
            one(
                sent,
                "useCookiesTimeout",
                SECONDS,
                Integer.toString(PATIENCE),
                "a number of seconds up to 999")),
        flag(sent, "useSecureCookies"),
        one(sent, "cookiePath", PATH, "/", "a path such as /shop"),
        one(sent, "cookieDomain", DOMAIN, "", "a domain such as *.example.org").replace("*", ""),
        sameSite(sent.apply("cookieSameSite")));
  }

  /** A language that may be asked for. */
  static String language(String code) throws WrongValue {
    return one(name -> code, "language", LANGUAGE, "auto", "the code of a language, or auto");
  }

  /** On unless it is switched off. */
  private static boolean flag(UnaryOperator<String> sent, String name) throws WrongValue {
    return switch (sent.apply(name)) {
      case "", "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw new WrongValue(name, "0 or 1");
    };
  }

  private static String one(
      UnaryOperator<String> sent, String name, Pattern form, String usual, String mustBe)
      throws WrongValue {
    String value = sent.apply(name);
    if (value.isEmpty()) {
      return usual;
    }
    if (!form.matcher(value).matches()) {
      throw new WrongValue(name, mustBe);
    }
    return value;
  }

  private static String sameSite(String value) throws WrongValue {
    if (value.isEmpty()) {
      return "Lax";
    }
    for (String known : SAME_SITE) {
      if (known.equalsIgnoreCase(value)) {
        return known;
      }
    }
    throw new WrongValue("cookieSameSite", "Lax, Strict or None");
  }
}
