package org.footfall.enrich.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryLookupTest {
  @Test
  void theDataThatCameAlongKnowsCountries() throws Exception {
    try (CountryLookup places = CountryLookup.open("builtin")) {
      assertThat(places.country(new byte[] {(byte) 194, (byte) 57, 91, (byte) 215}))
          .isEqualTo("fr");
      assertThat(places.country(HexFormat.of().parseHex("2001067c000000000000000000000001")))
          .matches("|[a-z]{2}");
      assertThat(places.country(new byte[] {10, 0, 0, 1})).isEmpty();
      assertThat(places.country(new byte[0])).isEmpty();
    }
  }

  @Test
  void noneKnowsNoPlace() throws Exception {
    try (CountryLookup places = CountryLookup.open("none")) {
      assertThat(places.country(new byte[] {(byte) 194, (byte) 57, 91, (byte) 215})).isEmpty();
    }
  }

  @Test
  void aFileThatCannotBeUsedIsNamed(@TempDir Path folder) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.mmdb"), "not a database");
    assertThatThrownBy(() -> CountryLookup.open(broken.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broken.mmdb is no usable .mmdb file");
    assertThatThrownBy(() -> CountryLookup.open(folder.resolve("missing.mmdb").toString()))
        .hasMessageContaining("cannot read");
  }
}
