package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://shop.example/a?b#c     | https://shop.example/a?b#c
          http://shop.example           | https://shop.example
          https://shop.example/a        | https://shop.example/a
          http://www.shop.example/a     | http://www.shop.example/a
          http://shop.example.evil/a    | http://shop.example.evil/a
          http://plain.example/a        | http://plain.example/a
          app://shop.example/a          | app://shop.example/a
          http:                         | http:
          """)
  void isByHttpsWhereTheSiteHasThatHostByHttps(String address, String shown) {
    Site site = site("http://plain.example", "https://shop.example/start");
    assertThat(PageAddress.shown(site, address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"http://shop.example/a", "http://", "''"})
  void staysAsItIsOfASiteWithoutAddresses(String address) {
    assertThat(PageAddress.shown(site(), address)).isEqualTo(address);
  }

  private static Site site(String... urls) {
    return new Site(
        new SiteId(1),
        "Site",
        List.of(urls),
        "website",
        "",
        Instant.EPOCH,
        ZoneHistory.of(ZoneOffset.UTC),
        "USD",
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Site.KeepFragment.DEFAULT,
        false,
        "");
  }
}
