package org.footfall.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|IDENTITY",
        "''|IDENTITY",
        "gzip, deflate, br, zstd|BROTLI",
        "gzip, deflate|GZIP",
        "GZIP|GZIP",
        "deflate|IDENTITY",
        "br;q=0, gzip|GZIP",
        "br;q=0,gzip;q=0|IDENTITY",
        "br; q=0.5, gzip;q=0.8|GZIP",
        "br;q=0.8, gzip;q=0.8|BROTLI",
        "identity, gzip;q=0.5|IDENTITY",
        "*|BROTLI",
        "br;q=0, *|GZIP",
        "*;q=0|IDENTITY",
        "gzip;q=x|IDENTITY",
        "x-gzip|IDENTITY",
        "brotli|IDENTITY",
      })
  void theSmallestOfWhatIsLikedBestIsSent(String accepted, ContentCoding coding) {
    assertThat(ContentCoding.best(accepted)).isEqualTo(coding);
  }

  @Property
  void anythingIsUnderstood(@ForAll String accepted) {
    assertThat(ContentCoding.best(accepted)).isNotNull();
  }
}
