package org.footfall.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {
  private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);

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
    assertThat(ContentCoding.best(ALL, accepted)).isEqualTo(coding);
  }

  @Test
  void whatDoesNotLieReadyIsNotSent() {
    Set<ContentCoding> ready = EnumSet.of(ContentCoding.GZIP, ContentCoding.IDENTITY);
    assertThat(ContentCoding.best(ready, "gzip, deflate, br")).isEqualTo(ContentCoding.GZIP);
    assertThat(ContentCoding.best(ready, "br")).isEqualTo(ContentCoding.IDENTITY);
  }

  @Property
  void anythingIsUnderstood(@ForAll String accepted) {
    assertThat(ContentCoding.best(ALL, accepted)).isNotNull();
  }
}
