package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagCodeTest {
  private static final ServerAddress SERVER = new ServerAddress("https://stats.example");

  @Test
  void theCodeCallsWhatIsAskedForBeforeTheFirstPageView() {
    TagCode code = new TagCode(SERVER, 3);
    code.call("disableCookies").call("setDomains", List.of("*.a.example", "*.b.example/x"));
    code.switchOn("setDoNotTrack").variable(1, "name", "it's", "visit");
    assertThat(code.withoutScript().html())
        .isEqualTo(
            """
            <!-- Footfall -->
            <script>
              var _paq = window._paq = window._paq || [];
              _paq.push(['disableCookies']);
              _paq.push(['setDomains', ['*.a.example', '*.b.example/x']]);
              _paq.push(['setDoNotTrack', true]);
              _paq.push(['setCustomVariable', 1, 'name', 'it\\u0027s', 'visit']);
              _paq.push(['trackPageView']);
              _paq.push(['enableLinkTracking']);
              _paq.push(['setTrackerUrl', 'https://stats.example/matomo.php']);
              _paq.push(['setSiteId', '3']);
            </script>
            <script async src="https://stats.example/matomo.js"></script>
            <noscript><img referrerpolicy="no-referrer-when-downgrade" src="https://stats.example/matomo.php?idsite=3&amp;rec=1" style="border:0" alt=""></noscript>
            <!-- End Footfall -->
            """);
  }

  @Test
  void anImageSaysWhatItIsToSay() {
    ImageCode code =
        new ImageCode(SERVER, 3).with("action_name", "\"><script>&é").with("idgoal", "7");
    assertThat(code.html())
        .contains("?idsite=3&amp;rec=1&amp;action_name=%22%3E%3Cscript%3E%26%C3%A9&amp;idgoal=7\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://stats.example, https://stats.example",
    "https://stats.example/, https://stats.example",
    "http://stats.example:8080/a/b/, http://stats.example:8080/a/b",
    "//stats.example/x, //stats.example/x",
    "stats.example/index.php, //stats.example",
    "http://[2001:db8::1]:80, http://[2001:db8::1]:80",
  })
  void aServerIsNamedInManyWays(String sent, String text) throws WrongValue {
    assertThat(ServerAddress.of("piwikUrl", sent).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "ftp://stats.example",
        "https://stats.example/'",
        "https://stats.example/\"><script>",
        "https://stats.example/?a=b",
        "https://user@stats.example",
        "https://stats.example/ x",
        "https://stats.éxample",
      })
  void whatIsNoServerIsRefused(String sent) {
    assertThatThrownBy(() -> ServerAddress.of("piwikUrl", sent))
        .isInstanceOf(WrongValue.class)
        .hasMessageContaining("'piwikUrl'")
        .hasMessageContaining("https://stats.example");
  }
}
