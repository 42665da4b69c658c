package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.segment.Segment;
import org.footfall.time.ZoneHistory;
import org.junit.jupiter.api.Test;

class CountCacheTest {
  private static final ZoneHistory UTC = ZoneHistory.of(ZoneOffset.UTC);

  private final long one = weightOf(groups(1_000));
  private final CountCache cache = new CountCache(3 * one);

  private static Groups groups(int rows) {
    GroupBuilder builder = new GroupBuilder(Source.HOUR.layout());
    for (int row = 0; row < rows; row++) {
      int unused = builder.group(("key " + row).getBytes(StandardCharsets.UTF_8));
    }
    return builder.build();
  }

  private static long weightOf(Groups groups) {
    CountCache cache = new CountCache(Long.MAX_VALUE);
    cache.put(key(1), groups);
    return cache.weight();
  }

  private static CountCache.Key key(long day) {
    return new CountCache.Key(1, Source.HOUR, Segment.ALL, UTC, day, day, day, false);
  }

  private static CountCache.TableKey table(long day) {
    return new CountCache.TableKey(ReportCatalogue.VISITS_SUMMARY, false, key(day));
  }

  @Test
  void whatWasUsedLastStays() {
    for (int day = 1; day <= 3; day++) {
      cache.put(key(day), groups(1_000));
    }
    assertThat(cache.get(key(1))).isNotNull();
    cache.put(key(4), groups(1_000));
    assertThat(cache.get(key(2))).isNull();
    assertThat(cache.get(key(1))).isNotNull();
    assertThat(cache.get(key(3))).isNotNull();
    assertThat(cache.get(key(4))).isNotNull();
    assertThat(cache.weight()).isEqualTo(3 * one);
  }

  @Test
  void whatIsTooHeavyDrivesNothingOut() {
    cache.put(key(1), groups(1_000));
    cache.put(key(2), groups(10_000));
    assertThat(cache.get(key(2))).isNull();
    assertThat(cache.get(key(1))).isNotNull();
    cache.put(key(1), groups(10_000));
    assertThat(cache.weight()).isZero();
  }

  @Test
  void tablesGoWithTheirCounts() {
    Groups counts = groups(1_000);
    cache.put(key(1), counts);
    cache.put(table(1), DataTable.EMPTY, counts);
    assertThat(cache.table(table(1))).isSameAs(DataTable.EMPTY);
    assertThat(cache.get(key(1))).isSameAs(counts);
    assertThat(cache.weight()).isGreaterThan(one);
    cache.put(key(2), groups(1_000));
    cache.put(key(3), groups(1_000));
    assertThat(cache.table(table(1))).isNull();
    assertThat(cache.table(table(2))).isNull();
  }

  /** A table whose counts are gone from the cache still holds them in memory. */
  @Test
  void tablesBringTheirCounts() {
    Groups counts = groups(1_000);
    cache.put(table(1), DataTable.EMPTY, counts);
    assertThat(cache.get(key(1))).isSameAs(counts);
    Groups others = groups(1_000);
    cache.put(table(1), new DataTable(List.of()), others);
    assertThat(cache.get(key(1))).isSameAs(others);
  }
}
