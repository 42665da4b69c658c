package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptOutCodeTest {
  private static final String[] NAMES = {
    "divId", "language", "showIntro", "useCookiesIfNoTracker", "useCookiesTimeout",
    "useSecureCookies", "cookiePath", "cookieDomain", "cookieSameSite", "backgroundColor",
    "fontColor", "fontSize", "fontFamily"
  };

  private static UnaryOperator<String> sent(Map<String, String> values) {
    return name -> values.getOrDefault(name, "");
  }

  @Test
  void whatIsNotSaidIsAsUsual() throws WrongValue {
    assertThat(OptOutOptions.read(name -> ""))
        .isEqualTo(OptOutOptions.usual(true, OptOutStyle.NONE));
    String script = OptOutCode.script(OptOutOptions.read(name -> ""), false, false);
    assertThat(script)
        .startsWith("(function (settings) {")
        .contains("divId: 'matomo-opt-out'", "patience: 10", "useCookies: true", "path: '/'")
        .contains("sameSite: 'Lax'", "doNotTrack: false", "privacyControl: false")
        .endsWith("\n});\n")
        .matches("[\\n -~]*");
  }

  @Test
  void everythingCanBeSaid() throws WrongValue {
    OptOutOptions options =
        OptOutOptions.read(
            sent(
                Map.of(
                    "divId", "out",
                    "showIntro", "0",
                    "useCookiesIfNoTracker", "0",
                    "useCookiesTimeout", "0",
                    "cookiePath", "/shop",
                    "cookieDomain", "*.example.org",
                    "cookieSameSite", "Strict",
                    "backgroundColor", "fff",
                    "fontSize", "1.5em",
                    "fontFamily", "'Open Sans', Arial")));
    assertThat(options.style().css())
        .isEqualTo("background-color:#fff;font-size:1.5em;font-family:Open Sans, Arial;");
    assertThat(OptOutCode.script(options, true, true))
        .contains("divId: 'out'", "intro: ''", "useCookies: false", "patience: 0")
        .contains("path: '/shop'", "domain: '.example.org'", "sameSite: 'Strict'")
        .contains("doNotTrack: true", "privacyControl: true", "family: 'Open Sans, Arial'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "divId|a b",
        "divId|a'-alert(1)-'",
        "divId|1",
        "language|../../etc",
        "showIntro|2",
        "useCookiesTimeout|-1",
        "useCookiesTimeout|1000",
        "useSecureCookies|yes",
        "cookiePath|shop",
        "cookiePath|/;domain=x",
        "cookieDomain|a;b",
        "cookieSameSite|loose",
        "backgroundColor|red",
        "backgroundColor|fff;}</style>",
        "fontColor|12345",
        "fontSize|12",
        "fontSize|expression(alert(1))",
        "fontFamily|x;background:url(//evil)",
        "fontFamily|a\\62",
      })
  void whatIsOfAnotherFormIsRefusedByName(String name, String value) {
    assertThatThrownBy(() -> OptOutOptions.read(sent(Map.of(name, value))))
        .isInstanceOf(WrongValue.class)
        .hasMessageStartingWith("The parameter '" + name + "' must be ");
  }

  /** Whatever is let through cannot leave the place where it is written. */
  @Property
  void nothingLeavesItsPlace(@ForAll String value) {
    for (String name : NAMES) {
      try {
        OptOutOptions options = OptOutOptions.read(sent(Map.of(name, value)));
        assertThat(options.style().css()).doesNotContainPattern("[<>{}\\\\\"'()]");
        assertThat(OptOutCode.script(options, false, false)).doesNotContain("</", "<!--");
      } catch (WrongValue refused) {
        assertThat(refused).hasMessageContaining(name);
      }
    }
  }

  @Test
  void theCodeThatAsksTheServerNamesWhatWasChosen() throws WrongValue {
    OptOutStyle style = new OptOutStyle("#ffffff", "", "14px", "Open Sans");
    assertThat(OptOutCode.embedding(new ServerAddress("https://stats.example"), "de", false, style))
        .isEqualTo(
            """
            <div id="matomo-opt-out"></div>
            <script src="https://stats.example/index.php?module=CoreAdminHome&amp;action=optOutJS&amp;divId=matomo-opt-out&amp;language=de&amp;backgroundColor=ffffff&amp;fontSize=14px&amp;fontFamily=Open+Sans&amp;showIntro=0"></script>
            """);
  }

  @Test
  void theCodeThatNeedsNoServerNamesNone() {
    assertThat(OptOutCode.selfContained(true, OptOutStyle.NONE))
        .startsWith("<div id=\"matomo-opt-out\"></div>\n<script>\n(function (settings) {")
        .endsWith("});\n</script>\n")
        .doesNotContain("http:", "//stats", ".php")
        .containsOnlyOnce("</script>");
  }
}
