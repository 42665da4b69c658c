package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferrerSpamTest {
  private static final ReferrerSpam SPAM = ReferrerSpam.open(Config.defaults(ReferrerSettings.ALL));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://semalt.com",
        "http://SEMALT.semalt.com/crawler.php?u=http://example.org",
        "https://www.buttons-for-website.com/",
        " http://site3.free-share-buttons.com:80/x"
      })
  void knowsSpammersAndWhatIsBelowThem(String url) {
    assertThat(SPAM.matches(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "semalt.com", "http://notsemalt.com/", "http://x.net/?about=semalt.com", "//"})
  void leavesOthersAlone(String url) {
    assertThat(SPAM.matches(url)).isFalse();
  }

  @Test
  void theOperatorAddsHostsAndSwitchesItOff() throws ConfigException {
    ReferrerSpam more = ReferrerSpam.open(config("spam = [\"Pest.example\", \"x.net/pest\"]"));
    assertThat(more.matches("http://a.pest.example/")).isTrue();
    assertThat(more.matches("http://x.net/pest/1")).isTrue();
    assertThat(more.matches("http://x.net/")).isFalse();
    assertThat(more.matches("http://semalt.com")).isTrue();
    assertThat(ReferrerSpam.open(config("spam_filter = false")).matches("http://semalt.com"))
        .isFalse();
  }

  private static Config config(String lines) throws ConfigException {
    return Config.parse("test.toml", "[referrer]\n" + lines, ReferrerSettings.ALL);
  }
}
