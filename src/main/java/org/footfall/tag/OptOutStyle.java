package org.footfall.tag;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How the opt-out form looks; an empty value leaves it as the page has it.
 *
 * <p>Values go into style sheets, so each is let through by its form and nothing is escaped.
 */
public record OptOutStyle(
    String backgroundColor, String fontColor, String fontSize, String fontFamily) {
  /** As the page has it. */
  public static final OptOutStyle NONE = new OptOutStyle("", "", "", "");

  private static final Pattern COLOR =
      Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})");
  private static final Pattern SIZE =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3})?(px|pt|pc|em|rem|ex|ch|cm|mm|in|vh|vw|%)");
  private static final Pattern FAMILY = Pattern.compile("[A-Za-z0-9 ,_-]{1,100}");

  /**
   * @param sent gives a parameter's value, or the empty text
   */
  public static OptOutStyle read(UnaryOperator<String> sent) throws WrongValue {
    String size = sent.apply("fontSize");
    if (!size.isEmpty() && !SIZE.matcher(size).matches()) {
      throw new WrongValue("fontSize", "a size such as 14px");
    }
    String family = sent.apply("fontFamily").replace("'", "").replace("\"", "");
    if (!family.isEmpty() && !FAMILY.matcher(family).matches()) {
      throw new WrongValue("fontFamily", "a name such as Arial, or several with commas between");
    }
    return new OptOutStyle(color("backgroundColor", sent), color("fontColor", sent), size, family);
  }

  private static String color(String name, UnaryOperator<String> sent) throws WrongValue {
    String value = sent.apply(name);
    if (!value.isEmpty() && !COLOR.matcher(value).matches()) {
      throw new WrongValue(name, "hexadecimal digits such as FFFFFF");
    }
    return value.isEmpty() || value.startsWith("#") ? value : "#" + value;
  }

  /** As declarations of a style sheet. */
  public String css() {
    return declaration("background-color", backgroundColor)
        + declaration("color", fontColor)
        + declaration("font-size", fontSize)
        + declaration("font-family", fontFamily);
  }

  private static String declaration(String name, String value) {
    return value.isEmpty() ? "" : name + ":" + value + ";";
  }
}
