package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
  private static final UrlRules RULES =
      new UrlRules(List.of("excluded_Parameter", "/^hash.*/", "/[/"), false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://example.org/                            | 0 | example.org/
          http://www.example.org/a                       | 1 | example.org/a
          https://example.org/a?b=c                      | 2 | example.org/a?b=c
          https://www.example.org/a                      | 3 | example.org/a
          HTTP://WWW.Example.ORG/Path                    | 1 | example.org/Path
          http://example.org:8080/a                      | 0 | example.org:8080/a
          http://user:pw@example.org/a                   | 0 | example.org/a
          http://example.org/a#fragment                  | 0 | example.org/a
          http://example.org/a#b?c=d                     | 0 | example.org/a
          http://example.org/?gclid=1&a=2&FBCLID=3       | 0 | example.org/?a=2
          http://example.org/?utm_source=x&pk_kwd=y      | 0 | example.org/
          http://example.org/?mtm_cid=1&utm_id=2&pk_group=3&a=b | 0 | example.org/?a=b
          http://example.org/?sid[]=1&sid%5B0%5D=2&a[]=1 | 0 | example.org/?a[]=1
          http://example.org/?excluded_parameter=x&b     | 0 | example.org/?b
          http://example.org/?hashed=1&b=                | 0 | example.org/?b=
          http://example.org/?ignore_referrer=1          | 0 | example.org/
          http://example.org/a;jsessionid=1              | 0 | example.org/a
          http://example.org/a;b=c;d=e                   | 0 | example.org/a?b=c&d=e
          http://example.org/a;b=c?d=e                   | 0 | example.org/a?b=c&d=e
          http://example.org/a;b/c=d                     | 0 | example.org/a;b/c=d
          http://example.org/this%20is!?f=<s>alert(1);</s> | 0 | example.org/this%20is!?f=<s>alert(1);</s>
          //example.org/a                                | 0 | example.org/a
          example.org/a                                  | 0 |
          this is no address                             | 0 |
          about:blank                                    | 0 |
          file:///home/anna/page.html                    | 4 | file:///home/anna/page.html
          chrome-extension://abc/page.html               | 4 | chrome-extension://abc/page.html
          http://                                        | 4 |
          """)
  void tellsPagesApart(String sent, int prefix, String text) {
    PageUrl page = RULES.page(sent, "");
    assertThat(page.text()).isEqualTo(text == null ? "" : text);
    if (text != null) {
      assertThat(page.prefix()).isEqualTo(prefix);
    }
  }

  @Test
  void keepsTheFragmentWhereTheSiteSaysSo() {
    UrlRules keeping = new UrlRules(List.of(), true);
    for (String end : List.of("", "#", "##")) {
      assertThat(keeping.page("http://example2.com/home#notIgnored" + end, "").text())
          .isEqualTo("example2.com/home#notIgnored");
    }
  }

  @Test
  void dropsLineBreaksAndHalvesOfCharacters() {
    assertThat(RULES.page(" http://example.org/a\r\n\u0000b\ud800 ", "").text())
        .isEqualTo("example.org/ab");
    assertThat(RULES.page("http://example.org/\ud83d\ude59.html", "").text())
        .isEqualTo("example.org/\ud83d\ude59.html");
  }

  @Test
  void cutsLongAddresses() {
    assertThat(RULES.page("http://example.org/" + "x".repeat(5_000), "").toString()).hasSize(1_024);
  }

  @Test
  void readsEscapesOfOtherCharacterSets() {
    assertThat(RULES.page("http://example.org/?q=%E9t%E9%20x", "iso-8859-1").text())
        .isEqualTo("example.org/?q=%C3%A9t%C3%A9%20x");
    assertThat(RULES.page("http://example.org/?q=%E9", "no such set").text())
        .isEqualTo("example.org/?q=%E9");
    assertThat(RULES.page("http://example.org/?q=%E9", "../x").text())
        .isEqualTo("example.org/?q=%E9");
  }

  @Property(tries = 5_000, seed = "20261123")
  void anyTextIsAnAddressAndStaysOne(@ForAll String text) {
    PageUrl page = RULES.page("http://" + text, "");
    assertThat(page.toString().length()).isLessThanOrEqualTo(UrlRules.MAX_LENGTH + 2);
    assertThat(RULES.page(text, "").text()).doesNotContain("\r", "\n", "\u0000");
  }

  @Test
  void othersCanTellPagesApartInTheSameWay() {
    assertThat(RULES.excludedParameters())
        .contains("utm_source", "gclid", "excluded_parameter", "/[/")
        .endsWith("/^hash.*/");
    assertThat(RULES.keepsFragment()).isFalse();
    assertThat(new UrlRules(List.of(), true).keepsFragment()).isTrue();
  }
}
