package org.footfall.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.Test;

class ShardsTest {
  @Test
  void sitesSpreadOverAllShards() {
    int[] sites = new int[16];
    IntStream.rangeClosed(1, 1_600).forEach(id -> sites[Shards.of(new SiteId(id), 16)]++);
    assertThat(Arrays.stream(sites).boxed()).allMatch(count -> count > 60 && count < 140);
  }

  @Test
  void theFormulaStays() {
    assertThat(IntStream.rangeClosed(1, 8).map(id -> Shards.of(new SiteId(id), 16)))
        .containsExactly(3, 14, 0, 0, 7, 12, 13, 12);
  }
}
