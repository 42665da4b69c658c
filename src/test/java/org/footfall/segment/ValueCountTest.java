package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;
import org.footfall.privacy.IpText;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCountTest {
  private static final ZoneHistory UTC = ZoneHistory.of(ZoneOffset.UTC);

  private static Rows rows() {
    return new Rows()
        .visit(
            Map.of(
                Columns.COUNTRY,
                "fr",
                Columns.ACTIONS,
                2,
                Columns.RETURNING,
                1,
                Columns.REFERRER_TYPE,
                6,
                Columns.REFERRER_NAME,
                "spring",
                Columns.ADDRESS,
                IpText.parse("192.0.2.1"),
                Columns.GOALS_MET,
                "1,2",
                Columns.LATITUDE,
                12_500_000))
        .action(page(2, "shop.example/a"))
        .action(page(2, "shop.example/a"))
        .visit(
            Map.of(
                Columns.COUNTRY, "fr",
                Columns.ACTIONS, 2,
                Columns.REFERRER_TYPE, 3,
                Columns.REFERRER_NAME, "other.example",
                Columns.GOALS_MET, "2"))
        .action(page(1, "shop.example/b"))
        .action(Map.of(Columns.KIND, 3, Columns.URL, "shop.example/file", Columns.URL_PREFIX, 0))
        .visit(Map.of(Columns.COUNTRY, "us", Columns.ACTIONS, 1, Columns.REFERRER_TYPE, 1))
        .action(page(4, "nowhere"));
  }

  private static Map<Column, Object> page(int prefix, String url) {
    return Map.of(Columns.KIND, 1, Columns.URL, url, Columns.URL_PREFIX, prefix);
  }

  @ParameterizedTest
  @CsvSource({
    "countryCode, fr us",
    "actions, 2 1",
    "visitorType, new returning",
    "campaignName, spring",
    "referrerName, other.example spring",
    "visitIp, 192.0.2.1",
    "visitConvertedGoalId, 2 1",
    "latitude, 12.5",
    "city, ''",
    "pageUrl, https://shop.example/a http://www.shop.example/b nowhere",
    "downloadUrl, http://shop.example/file",
    "actionType, pageviews downloads"
  })
  void theMostFrequentComeFirst(String name, String expected) {
    ValueCount count = new ValueCount(SegmentCatalogue.find(name).orElseThrow(), UTC);
    count.add(rows());
    assertThat(String.join(" ", count.most(30))).isEqualTo(expected);
    assertThat(count.most(1)).hasSizeLessThanOrEqualTo(1);
  }

  /** Every value of every dimension selects the visits it was found in. */
  @Test
  void whatIsFoundSelects() throws UnreadableSegment {
    for (SegmentDimension dimension : SegmentCatalogue.all()) {
      ValueCount count = new ValueCount(dimension, UTC);
      count.add(rows());
      for (String value : count.most(30)) {
        Segment segment = Segment.parse(dimension.name() + "==" + Escapes.encode(value));
        assertThat(segment.in(rows(), UTC).count()).as(segment.toString()).isPositive();
      }
      assertThat(count.rows()).isEqualTo(dimension.ofActions() ? 5 : 3);
    }
  }
}
