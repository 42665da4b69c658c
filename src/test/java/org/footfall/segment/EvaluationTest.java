package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.privacy.IpText;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static final ZoneHistory UTC = ZoneHistory.of(ZoneOffset.UTC);

  /** Visit 0 saw /a and /b, visit 1 /b and an event on /c, visit 2 nothing that is left. */
  private static Rows shop() {
    return new Rows()
        .visit(
            Map.of(
                Columns.ACTIONS,
                2,
                Columns.COUNTRY,
                "fr",
                Columns.USER_ID,
                "Ann",
                Columns.ENTRY_URL,
                "shop.example/a",
                Columns.ADDRESS,
                IpText.parse("192.0.2.1"),
                Columns.VISITOR_ID,
                0x8000000000000001L,
                Columns.REFERRER_TYPE,
                2,
                Columns.SECONDS_SINCE_LAST,
                86_400,
                Columns.SECONDS_SINCE_ORDER,
                3,
                Columns.LATITUDE,
                -33_578_000))
        .action(page("shop.example/a", "Übersicht"))
        .action(page("shop.example/b", "B \"quoted\" & more"))
        .visit(
            Map.of(
                Columns.ACTIONS, 1,
                Columns.COUNTRY, "us",
                Columns.ADDRESS, IpText.parse("2001:db8::1"),
                Columns.VISITOR_ID, 1L,
                Columns.REFERRER_TYPE, 7,
                Columns.RETURNING, 2,
                Columns.SECONDS_SINCE_LAST, 86_399))
        .action(page("shop.example/b", "B"))
        .action(Map.of(Columns.KIND, 10, Columns.URL, "shop.example/c", Columns.TITLE, "C"))
        .visit(Map.of(Columns.REFERRER_TYPE, 1));
  }

  private static Map<Column, Object> page(String url, String title) {
    return Map.of(Columns.KIND, 1, Columns.URL, url, Columns.TITLE, title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                            | 0 1 2
          actions>1                                     | 0
          actions>=1.5                                  | 0
          actions<1.5                                   | 1 2
          actions==1.5                                  |
          actions==                                     | 2
          actions!=                                     | 0 1
          actions>-99999999999999999                    | 0 1 2
          actions=@2                                    | 0
          countryCode==FR                               | 0
          countryCode!=fr                               | 1 2
          countryCode==xx                               | 2
          countryCode==                                 | 2
          countryName==United%20States                  | 1
          continentCode==eur,continentCode==amn         | 0 1
          userId=@nN                                    | 0
          userId!@nn                                    | 1 2
          userId=^an                                    | 0
          userId=$nn                                    | 0
          userId==                                      | 1 2
          userId!=                                      | 0
          visitIp==192.0.2.1                            | 0
          visitIp>=192.0.2.0;visitIp<=192.0.2.255       | 0
          visitIp>192.0.2.1                             | 1
          visitIp==2001:DB8:0::1                        | 1
          visitIp!=192.0.2.1                            | 1 2
          visitIp=^192.                                 | 0
          visitorId==8000000000000001                   | 0
          visitorId!=8000000000000001                   | 1 2
          visitorId=@8000                               | 0
          visitId>1                                     | 1 2
          visitorType==new                              | 0 2
          visitorType==returningCustomer                | 1
          referrerType==search,referrerType==7          | 0 1
          referrerType!=search                          | 1 2
          referrerType=^s                               | 0 1
          daysSinceLastVisit==1                         | 0
          daysSinceLastVisit<1                          | 1 2
          daysSinceLastEcommerceOrder<7                 | 0
          secondsSinceLastEcommerceOrder==2             | 0
          daysSinceLastEcommerceOrder!=0                | 1 2
          latitude==-33.578                             | 0
          latitude<0                                    | 0
          longitude==0                                  | 0
          latitude=^-33.5                               | 0
          entryPageUrl==https%3A%2F%2Fwww.shop.example%2FA | 0
          pageUrl==http%3A%2F%2Fwww.shop.example%2Fb    | 0 1
          pageUrl==HTTPS%3A%2F%2Fshop.example%2Fa       | 0
          pageUrl=^http%3A%2F%2Fshop.example            | 0 1
          pageUrl=@http%3A%2F%2Fwww.shop                | 0 1
          pageUrl=@http%3A%2F%2F                        | 0 1
          pageUrl==http%3A%2F%2F                        |
          pageUrl=@www.                                 |
          pageUrl=@www.shop                             | 0 1
          pageUrl=$%2Fa                                 | 0
          pageUrl!=shop.example%2Fa                     | 1 2
          pageUrl!@%2Fa                                 | 1 2
          pageUrl!@%2Fb                                 | 2
          pageUrl=@%2Fc                                 |
          eventUrl=@%2Fc                                | 1
          actionUrl=@%2Fc                               | 1
          pageUrl!=                                     | 0 1
          pageUrl==                                     | 2
          eventUrl==                                    | 0 2
          actionType==events                            | 1
          actionType!=events                            | 0 2
          pageTitle==%C3%BCBERSICHT                     | 0
          pageTitle==B%20%22quoted%22%20%26%20more      | 0
          pageTitle==B+%26quot%3Bquoted%26quot%3B+%26amp%3B+more | 0
          pageTitle==B%2B%2526quot%253Bquoted%2526quot%253B%2B%2526amp%253B%2Bmore | 0
          pageUrl=@%2Fb;actions>1                       | 0
          pageUrl=@%2Fb,actions==0                      | 0 1 2
          pageUrl=@%2Fb;pageTitle==B                    | 1
          pageUrl=@%2Fa;pageTitle==B                    |
          pageUrl=@%2Fa;pageUrl=@%2Fb                   |
          pageUrl=@%2Fa,pageTitle==B                    | 0 1
          pageUrl=@%2Fb;pageUrl!@%2Fa                   | 1
          pageUrl=@%2Fa,countryCode==us;pageTitle=^B    | 1
          """)
  void selects(String definition, String rows) throws UnreadableSegment {
    assertChosen(shop(), definition, rows);
  }

  private static void assertChosen(Rows of, String definition, String rows)
      throws UnreadableSegment {
    Selected selected = Segment.parse(definition).in(of, UTC);
    BitSet expected = new BitSet();
    if (rows != null) {
      List.of(rows.split(" ")).forEach(row -> expected.set(Integer.parseInt(row)));
    }
    assertThat(selected.visits()).isEqualTo(expected);
    assertThat(selected.count()).isEqualTo(expected.cardinality());
    assertThat(selected.all()).isEqualTo(expected.cardinality() == 3);
  }

  @Test
  void readsOnlyWhatItNeeds() throws UnreadableSegment {
    Segment visits = Segment.parse("actions>1;countryCode==fr");
    assertThat(visits.visitColumns()).containsExactlyInAnyOrder(Columns.ACTIONS, Columns.COUNTRY);
    assertThat(visits.actionColumns()).isEmpty();
    Segment pages = Segment.parse("pageUrl=@a");
    assertThat(pages.visitColumns()).containsExactly(Columns.VISIT_ID);
    assertThat(pages.actionColumns())
        .containsExactlyInAnyOrder(Columns.URL, Columns.KIND, Columns.ACTION_VISIT_ID);
    Rows shop = shop();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pages.in(shop.visits(List.of()), shop.actions(List.of()), UTC));
  }

  /** A visit whose own row is lost has actions of nobody. */
  @Test
  void leavesOutActionsWithoutAVisit() throws UnreadableSegment {
    Rows rows = new Rows().visit(Map.of()).action(page("a", "a")).action(page("b", "b")).lose(1);
    assertThat(Segment.parse("pageUrl==a").in(rows, UTC).count()).isEqualTo(1);
    assertThat(Segment.parse("pageUrl==b").in(rows, UTC).count()).isZero();
    assertThat(Segment.parse("pageUrl!=b").in(rows, UTC).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks of Berlin go forward at 01:00 UTC and back at 01:00 UTC.
    "2026-03-29T00:59:59Z, 1, 59, 59",
    "2026-03-29T01:00:00Z, 3, 0, 0",
    "2026-10-25T00:59:59Z, 2, 59, 59",
    "2026-10-25T01:00:00Z, 2, 0, 0",
    "2026-10-25T02:00:00Z, 3, 0, 0",
    "2026-10-25T22:59:59Z, 23, 59, 59",
    // From 2027-01-10 on the clock is Kathmandu's, at +05:45; that day begins early.
    "2027-01-09T18:14:59Z, 19, 14, 59",
    "2027-01-09T18:15:00Z, 0, 15, 0",
    "2027-01-10T18:14:59Z, 23, 14, 59"
  })
  void hoursAreTheSitesAndMinutesAreUtc(Instant time, int hour, int minute, int second)
      throws UnreadableSegment {
    ZoneHistory zones =
        new ZoneHistory(
            List.of(
                new ZoneHistory.Entry(LocalDate.MIN, ZoneId.of("Europe/Berlin")),
                new ZoneHistory.Entry(LocalDate.of(2027, 1, 10), ZoneId.of("Asia/Kathmandu"))));
    // Rows before and after, so that what the clock remembers is put to the test.
    Rows rows = new Rows();
    for (long away : new long[] {-5_000_000, 5_000_000, 0, 86_400, 0, -86_400, 7_200, -7_200, 0}) {
      long at = time.getEpochSecond() + away;
      rows.visit(Map.of(Columns.FIRST_ACTION_TIME, at, Columns.LAST_ACTION_TIME, at))
          .action(Map.of(Columns.TIME, at));
    }
    for (String name : List.of("visitServerHour", "visitStartServerHour", "actionServerHour")) {
      assertThat(Segment.parse(name + "==" + hour).in(rows, zones).visits().stream().boxed())
          .contains(2, 4, 8);
      BitSet expected = new BitSet();
      for (int row = 0; row < rows.visits().size(); row++) {
        Instant at =
            Instant.ofEpochSecond((long) rows.visits().get(row).get(Columns.LAST_ACTION_TIME));
        expected.set(row, at.atZone(zones.zoneAt(at)).getHour() == hour);
      }
      assertThat(Segment.parse(name + "==" + hour).in(rows, zones).visits()).isEqualTo(expected);
    }
    for (String name :
        List.of("visitEndServerMinute", "visitStartServerMinute", "actionServerMinute")) {
      assertThat(Segment.parse(name + "==" + minute).in(rows, zones).has(2)).isTrue();
    }
    assertThat(Segment.parse("visitEndServerSecond==" + second).in(rows, zones).has(2)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "visitEndServerDate==2027-01-03",
    "visitEndServerDate=^2027-01",
    "visitEndServerDate>2027-01-02;visitEndServerDate<2027-01-04",
    "visitEndServerDayOfMonth==3",
    "visitEndServerDayOfWeek==1",
    "visitEndServerDayOfYear==3",
    "visitEndServerWeekOfYear==53",
    "visitEndServerMonth==1",
    "visitEndServerQuarter==1",
    "visitEndServerYear==2027",
    "visitLocalHour==7",
    "visitLocalMinute==45"
  })
  void daysAreUtc(String definition) throws UnreadableSegment {
    Rows rows =
        new Rows()
            .visit(
                Map.of(
                    Columns.LAST_ACTION_TIME,
                    Instant.parse("2027-01-03T23:30:00Z").getEpochSecond(),
                    Columns.LOCAL_TIME,
                    7 * 3_600 + 45 * 60 + 59));
    ZoneHistory zones = ZoneHistory.of(ZoneId.of("Asia/Kathmandu"));
    assertThat(Segment.parse(definition).in(rows, zones).count()).isEqualTo(1);
  }

  /** A union finds what one of its parts finds. */
  @ParameterizedTest
  @CsvSource({
    "actionUrl, =@, %2Fb",
    "actionUrl, =@, %2Fc",
    "actionUrl, ==, shop.example%2Fa",
    "customVariableName, ==, n",
    "customVariablePageValue, =^, v",
    "productViewCategory, ==, Wood"
  })
  void unionsFindWhatTheirPartsFind(String name, String operator, String value)
      throws UnreadableSegment {
    Rows rows = shop();
    rows.visit(
            Map.of(Columns.VISIT_VARIABLES.get(2), "n", Columns.VISIT_VARIABLES.get(3), "a value"))
        .action(Map.of(Columns.KIND, 1, Columns.VARIABLES.get(9), "v5"))
        .visit(Map.of())
        .action(Map.of(Columns.KIND, 1, Columns.PRODUCT_CATEGORIES, "Garden\nWood"));
    String parts =
        SegmentCatalogue.find(name).orElseThrow().parts().stream()
            .map(part -> part + operator + value)
            .collect(Collectors.joining(","));
    BitSet found = Segment.parse(name + operator + value).in(rows, UTC).visits();
    assertThat(found).isEqualTo(Segment.parse(parts).in(rows, UTC).visits());
    assertThat(found.isEmpty()).isFalse();
  }

  /** Visits 0 and 1 can be recognised; requests of 500 and 0 bytes were told. */
  @ParameterizedTest
  @CsvSource({
    "profilable==1, 0 1",
    "profilable==0, 2",
    "profilable!=1, 2",
    "bandwidth>=500, 0",
    "bandwidth==0, 1",
    "bandwidth<1000, 0 1",
    "bandwidth!=500, 1 2"
  })
  void countsBytesAndStrangers(String definition, String chosen) throws UnreadableSegment {
    Rows rows =
        new Rows()
            .visit(Map.of())
            .action(Map.of(Columns.KIND, 1, Columns.BANDWIDTH, 501))
            .visit(Map.of())
            .action(Map.of(Columns.KIND, 3, Columns.BANDWIDTH, 1))
            .visit(Map.of(Columns.STRANGER, 1))
            .action(Map.of(Columns.KIND, 1));
    assertChosen(rows, definition, chosen);
  }

  /** Visit 0 met goals 1 and 12 and ordered two things, visit 1 left one in a cart. */
  private static Rows buyers() {
    return new Rows()
        .visit(Map.of(Columns.GOALS_MET, "1,12", Columns.BUYER, 1))
        .action(page("shop.example/a", "A"))
        .action(
            Map.of(
                Columns.KIND,
                100,
                Columns.GOAL,
                2,
                Columns.REVENUE,
                12_500_000,
                Columns.ORDER_ID,
                "No 7",
                Columns.ITEMS,
                "s-1\tChair\t10000000\t1\tGarden\tWood\ns-2\tNail\t50000\t50"))
        .visit(Map.of(Columns.BUYER, 2))
        .action(
            Map.of(
                Columns.KIND,
                1,
                Columns.URL,
                "shop.example/b",
                Columns.PRODUCT_SKU,
                "s-1",
                Columns.PRODUCT_NAME,
                "Chair",
                Columns.PRODUCT_CATEGORIES,
                "Garden\nWood",
                Columns.PRODUCT_PRICE,
                9_990_001))
        .action(
            Map.of(
                Columns.KIND,
                100,
                Columns.GOAL,
                1,
                Columns.REVENUE,
                3_000_000,
                Columns.ITEMS,
                "s-3\tRake\t3000000\t1"))
        .visit(Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          visitConvertedGoalId==1                       | 0
          visitConvertedGoalId==2                       |
          visitConvertedGoalId==12                      | 0
          visitConvertedGoalId!=1                       | 1 2
          visitConvertedGoalId>11                       | 0
          visitConvertedGoalId==                        | 1 2
          visitEcommerceStatus==ordered                 | 0
          visitEcommerceStatus==abandonedCart           | 1
          visitEcommerceStatus==none                    | 2
          visitEcommerceStatus!=none                    | 0 1
          orderId==no%207                               | 0
          orderId!=                                     | 0
          revenueOrder==12.5                            | 0
          revenueOrder>3                                | 0
          revenueAbandonedCart>=3                       | 1
          revenueAbandonedCart>3                        |
          productSku==s-2                               | 0
          productSku!=s-2                               | 1 2
          productName=@a                                | 0 1
          productCategory==wood                         | 0
          productCategory==Chair                        |
          productPrice==0.05                            | 0
          productPrice<5                                | 0 1
          productPrice>9;productPrice<11                | 0
          productSku==s-1;pageUrl==http%3A%2F%2Fshop.example%2Fa | 0
          productSku==s-1;pageUrl==http%3A%2F%2Fshop.example%2Fb |
          productViewSku==s-1                           | 1
          productViewName=^ch                           | 1
          productViewCategory==Wood                     | 1
          productViewCategory1==Wood                    |
          productViewCategory2==Wood                    | 1
          productViewPrice==9.99                        | 1
          productViewPrice<1                            |
          """)
  void choosesVisitsByWhatTheyBrought(String definition, String chosen) throws UnreadableSegment {
    assertChosen(buyers(), definition, chosen);
  }
}
