package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOriginsTest {
  private static SiteOrigins origins(String... urls) {
    return SiteOrigins.of(List.of(urls));
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example https://www.shop.example",
    "HTTPS://WWW.Shop.Example/blog/, https://www.shop.example https://shop.example",
    "http://shop.example:80, http://shop.example",
    "https://shop.example:8443/x?y#z, https://shop.example:8443",
    "https://user:secret@shop.example/, https://shop.example https://www.shop.example",
    "https://bücher.example, https://xn--bcher-kva.example https://www.xn--bcher-kva.example",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080",
    "http://localhost, http://localhost https://localhost",
    "http://10.0.0.1/, http://10.0.0.1 https://10.0.0.1",
    "http://shop.example, 'http://shop.example https://shop.example http://www.shop.example"
        + " https://www.shop.example'"
  })
  void pagesMayComeFromWhereReportsTakeThemForTheSame(String url, String wanted) {
    assertThat(origins(url).list()).containsExactly(wanted.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "//shop.example",
        "ftp://shop.example",
        "javascript:alert(1)",
        "https://",
        "https://*",
        "https://*.shop.example",
        "https://shop.example; script-src *",
        "https://shop.example:8443;x",
        "https://shop.example:123456",
        "https://a b.example",
        "https://[::1]/",
        "https://.example",
        "https://a\nb"
      })
  void whatIsNoOriginStaysOutOfTheHeader(String url) {
    assertThat(origins(url).list()).isEmpty();
  }

  @Property(tries = 300)
  void whateverASiteIsCalledTheHeaderIsSound(@ForAll String host, @ForAll String rest) {
    assertThat(origins("https://" + host + rest, "http://" + rest + ":" + host).list())
        .allMatch(origin -> origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?"));
  }

  @Test
  void aHeaderHasAnEnd() {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      urls.add("http://shop" + i + ".example");
    }
    assertThat(origins(urls.toArray(String[]::new)).list()).hasSize(60);
  }

  @Test
  void whatASiteNamesComesBeforeItsTwins() {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      urls.add("http://shop" + i + ".example");
    }
    assertThat(origins(urls.toArray(String[]::new)).list()).isEqualTo(urls);
  }

  @ParameterizedTest
  @CsvSource({
    "/tea?a=b#c, https://shop.example/tea?a=b#c",
    "https://www.shop.example/tea, https://www.shop.example/tea",
    "shop.example/tea, https://shop.example/tea",
    "other.example:8080/x, http://other.example:8080/x",
    "HTTPS://SHOP.EXAMPLE, HTTPS://SHOP.EXAMPLE",
  })
  void aPageMayBeWrittenShort(String typed, String address) {
    SiteOrigins origins = origins("https://shop.example", "http://other.example:8080");
    if (typed.startsWith("other")) {
      assertThat(origins.page(typed)).as("the scheme is the main address's").isEmpty();
      assertThat(origins.page(address)).contains(address);
    } else {
      assertThat(origins.page(typed)).contains(address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tea",
        "//stranger.test/",
        "https://stranger.test/",
        "https://shop.example.stranger.test/",
        "https://shop.example@stranger.test/",
        "https://stranger.test\\@shop.example:1/",
        "http://shop.example/",
        "javascript:alert(1)//shop.example",
        "data:text/html,x"
      })
  void noOtherPageIsShown(String typed) {
    assertThat(origins("https://shop.example").page(typed)).isEmpty();
  }

  @Test
  void longAddressesAreNone() {
    assertThat(origins("https://shop.example").page("/" + "x".repeat(1_024))).isEmpty();
    assertThat(origins().page("/")).isEmpty();
  }
}
