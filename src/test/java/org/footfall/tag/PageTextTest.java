package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PageTextTest {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final Pattern REFERENCE = Pattern.compile("&#(\\d+);");

  @Test
  void aStringCannotEndItsScript() {
    assertThat(PageText.string("a'b</script><!--\\\n\u2028é"))
        .isEqualTo("'a\\u0027b\\u003c/script\\u003e\\u003c!--\\u005c\\u000a\\u2028\\u00e9'");
    assertThat(PageText.strings(java.util.List.of("a", "'"))).isEqualTo("['a', '\\u0027']");
  }

  @Test
  void anAttributeCannotEndItsElement() {
    assertThat(PageText.attribute("a=1&b=\"'<>é😀"))
        .isEqualTo("a=1&amp;b=&#34;&#39;&#60;&#62;&#233;&#128512;");
  }

  @Property
  void stringsAreReadAsTheyWere(@ForAll String value) {
    String written = PageText.string(value);
    assertThat(written).matches("'[ !#-%(-;=?-\\[\\]-_a-~\\\\]*'");
    String inside = written.substring(1, written.length() - 1);
    assertThat(ESCAPE.matcher(inside).replaceAll("")).doesNotContain("\\");
    assertThat(
            ESCAPE
                .matcher(inside)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(found.group(1), 16)))))
        .isEqualTo(value);
  }

  @Property
  void attributesAreReadAsTheyWere(@ForAll String value) {
    String written = PageText.attribute(value);
    assertThat(written).matches("[ -~]*").doesNotContainPattern("[\"'<>`]");
    assertThat(
            REFERENCE
                .matcher(written)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            Character.toString(Integer.parseInt(found.group(1)))))
                .replace("&amp;", "&"))
        .isEqualTo(value);
  }
}
