package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownReferrersTest {
  private static final KnownReferrers SHIPPED = KnownReferrers.load();

  private static Config config(String lines) throws ConfigException {
    return Config.parse("footfall.toml", "[referrer]\n" + lines, ReferrerSettings.ALL);
  }

  private static Referrer parse(KnownReferrers known, String url) {
    return new ReferrerParser(known)
        .parse("http://example.org/", url, Map.of(), TestSite.of(List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SEARCH,       Google,        google.com
          SEARCH,       Yahoo!,        search.yahoo.com
          SEARCH,       Yahoo! Images, images.search.yahoo.com
          SEARCH,       Bing,          bing.com
          SEARCH,       Bing Images,   bing.com/images/search
          SEARCH,       Ask,           ask.com
          SEARCH,       Alexa,         alexa.com
          SEARCH,       Babylon,       search.babylon.com
          SOCIAL,       Facebook,      facebook.com
          SOCIAL,       Twitter,       twitter.com
          SOCIAL,       Flickr,        flickr.com
          SOCIAL,       Skyrock,       skyrock.com
          SOCIAL,       Mixi,          mixi.jp
          SOCIAL,       Disqus,        disqus.com
          AI_ASSISTANT, ChatGPT,       chatgpt.com
          AI_ASSISTANT, Gemini,        gemini.google.com
          """)
  void knowsWhereEachIsAtHome(ReferrerType type, String name, String home) {
    assertThat(SHIPPED.home(type, name)).contains(home);
  }

  @Test
  void nobodyUnknownHasAHome() {
    assertThat(SHIPPED.home("Nobody")).isEmpty();
    assertThat(SHIPPED.home("Facebook")).contains("facebook.com");
  }

  @Test
  void theOperatorAddsToEachList() throws ConfigException {
    KnownReferrers known =
        KnownReferrers.open(
            config(
                """
                search_engines = [
                  "find.example.net = Our search: term, q", "mirror.example.net/g=Google"]
                social_networks = ["forum.example.net = The Forum"]
                ai_assistants = ["bot.example.net/ask = House bot"]
                websites = ["github.com", "gist.facebook.com"]
                """));
    assertThat(parse(known, "http://find.example.net/x?term=Ab"))
        .isEqualTo(
            new Referrer(
                ReferrerType.SEARCH, "Our search", "ab", "http://find.example.net/x?term=Ab"));
    assertThat(parse(known, "http://mirror.example.net/g?as_q=Ab").keyword()).isEqualTo("ab");
    assertThat(parse(known, "http://a.forum.example.net/").name()).isEqualTo("The Forum");
    assertThat(parse(known, "http://bot.example.net/ask/1").type())
        .isEqualTo(ReferrerType.AI_ASSISTANT);
    assertThat(parse(known, "http://bot.example.net/").type()).isEqualTo(ReferrerType.WEBSITE);
    assertThat(parse(known, "https://github.com/a").name()).isEqualTo("github.com");
    assertThat(parse(known, "https://gist.facebook.com/a").type()).isEqualTo(ReferrerType.WEBSITE);
    assertThat(parse(known, "https://facebook.com/a").type()).isEqualTo(ReferrerType.SOCIAL);
    assertThat(known.home("The Forum")).contains("forum.example.net");
  }

  @Test
  void aWrongEntryIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> config("ai_assistants = [\"a.net = A\", \"b.net\"]\nspam=[\"a b\"]"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            footfall.toml:2: referrer.ai_assistants must be entries such as \
            "chat.example.org = Example", not "b.net".
            footfall.toml:3: referrer.spam must be hosts such as "spam.example", not "a b".""");
    for (String line :
        List.of(
            "search_engines = [\"= Name\"]",
            "search_engines = [\"http://a.net = Name\"]",
            "search_engines = [\"a.net = Name:\"]",
            "social_networks = [\"a.net = Name: q\"]",
            "websites = [\"\"]")) {
      assertThatThrownBy(() -> config(line)).as(line).isInstanceOf(ConfigException.class);
    }
  }

  @Test
  void readsOnlyTheEnginesParameters() {
    String yaml =
        """
        # ALL
        social:
          Net:
            parameters:
              - no
        search:

          Two words! :
            parameters:
              - q
              - words # said so
            domains:
              - a.org

          Other:
            domains:
               - b.org
            parameters:
                - Query
        """;
    assertThat(KeywordParameters.parse(yaml))
        .isEqualTo(Map.of("Two words!", List.of("q", "words"), "Other", List.of("Query")));
  }
}
