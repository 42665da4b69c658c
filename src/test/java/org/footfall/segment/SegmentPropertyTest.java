package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.segment.Obvious.Asked;
import org.footfall.segment.Obvious.Known;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;

/** Random segments over random rows select what plain reading selects. */
class SegmentPropertyTest {
  private static final ZoneHistory ZONES =
      new ZoneHistory(
          List.of(
              new ZoneHistory.Entry(LocalDate.MIN, ZoneId.of("America/New_York")),
              new ZoneHistory.Entry(LocalDate.of(2026, 11, 2), ZoneId.of("Asia/Kathmandu"))));

  /** About when New York's clocks go back, and the day after, when the zone changes. */
  private static final long BASE = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

  private static final List<String> TEXTS =
      List.of("", "a", "A", "ab", "aab", "Ä", "ä/b", "b a", "a,b", "a;b\\", "50%", "abab", "=");
  private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, 3L, 10L, 59L, 86_400L, 200_000L);
  private static final List<String> OPERATORS =
      List.of("==", "!=", "<=", ">=", "<", ">", "=@", "!@", "=^", "=$");
  private static final List<Integer> KINDS = List.of(1, 1, 1, 2, 3, 8, 10, 13, 99);

  private static final List<Known> KNOWN =
      List.of(
          visit("actions", row -> number(row, Columns.ACTIONS)),
          visit("visitDuration", row -> number(row, Columns.TOTAL_SECONDS)),
          visit("daysSinceFirstVisit", row -> number(row, Columns.SECONDS_SINCE_FIRST) / 86_400),
          visit(
              "secondsSinceLastEcommerceOrder",
              row -> {
                long number = number(row, Columns.SECONDS_SINCE_ORDER);
                return number == 0 ? null : number - 1;
              }),
          visit("latitude", row -> degrees(row, Columns.LATITUDE)),
          visit("longitude", row -> degrees(row, Columns.LONGITUDE)),
          visit("city", row -> text(row, Columns.CITY)),
          visit("userId", row -> text(row, Columns.USER_ID)),
          visit("entryPageTitle", row -> text(row, Columns.ENTRY_TITLE)),
          visit("exitPageUrl", row -> text(row, Columns.EXIT_URL)),
          visit("visitServerHour", row -> hour(row, Columns.LAST_ACTION_TIME)),
          visit("visitStartServerHour", row -> hour(row, Columns.FIRST_ACTION_TIME)),
          visit("visitEndServerMinute", row -> number(row, Columns.LAST_ACTION_TIME) / 60 % 60),
          visit(
              "visitEndServerDayOfMonth",
              row ->
                  (long)
                      Instant.ofEpochSecond(number(row, Columns.LAST_ACTION_TIME))
                          .atZone(ZoneOffset.UTC)
                          .getDayOfMonth()),
          visit("profilable", row -> 1 - number(row, Columns.STRANGER)),
          action(
              "bandwidth",
              row -> {
                long told = number(row, Columns.BANDWIDTH);
                return told == 0 ? null : told - 1;
              }),
          action("pageUrl", row -> of(row, Columns.URL, 1)),
          action("pageTitle", row -> of(row, Columns.TITLE, 1)),
          action("outlinkUrl", row -> of(row, Columns.URL, 2)),
          action("downloadUrl", row -> of(row, Columns.URL, 3)),
          action("eventUrl", row -> of(row, Columns.URL, 10)),
          action("siteSearchKeyword", row -> of(row, Columns.TITLE, 8)),
          action("actionUrl", row -> of(row, Columns.URL, 1, 2, 3, 10)),
          action("actionServerHour", row -> hour(row, Columns.TIME)),
          action("actionServerMinute", row -> number(row, Columns.TIME) / 60 % 60));

  @Property(tries = 3_000)
  void selectsWhatPlainReadingSelects(@ForAll long seed) throws UnreadableSegment {
    Random random = new Random(seed);
    Rows rows = rows(random);
    List<List<Asked>> clauses = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      List<Asked> any = new ArrayList<>();
      for (int j = random.nextInt(3); j >= 0; j--) {
        any.add(asked(random));
      }
      clauses.add(any);
    }
    Obvious obvious = new Obvious(clauses);
    BitSet expected = new BitSet();
    for (int visit = 0; visit < rows.visits().size(); visit++) {
      expected.set(visit, obvious.selects(rows.visits().get(visit), rows.actionsOf(visit)));
    }
    assertThat(select(obvious.definition(), rows)).as(obvious.definition()).isEqualTo(expected);
  }

  @Property(tries = 2_000)
  void negationsPartTheVisits(@ForAll long seed) throws UnreadableSegment {
    Random random = new Random(seed);
    Rows rows = rows(random);
    Asked asked = asked(random);
    Map<String, String> opposites = Map.of("==", "!=", "=@", "!@", "<", ">=", ">", "<=");
    for (Map.Entry<String, String> opposite : opposites.entrySet()) {
      boolean orders = opposite.getKey().matches("[<>]");
      if (asked.value().isEmpty() || (orders && !alwaysThere(asked.known()))) {
        continue;
      }
      BitSet one = select(new Asked(asked.known(), opposite.getKey(), asked.value()), rows);
      BitSet other = select(new Asked(asked.known(), opposite.getValue(), asked.value()), rows);
      assertThat(one.intersects(other)).as(asked + " " + opposite).isFalse();
      one.or(other);
      assertThat(one.cardinality()).as(asked + " " + opposite).isEqualTo(rows.visits().size());
    }
    BitSet empty = select(new Asked(asked.known(), "==", ""), rows);
    BitSet present = select(new Asked(asked.known(), "!=", ""), rows);
    assertThat(empty.intersects(present)).isFalse();
    assertThat(empty.cardinality() + present.cardinality()).isEqualTo(rows.visits().size());
  }

  /** A number that every visit has once; of others neither side of an order need be true. */
  private static boolean alwaysThere(Known known) {
    return !known.ofActions() && known.value().apply(Map.of()) instanceof Number;
  }

  private static BitSet select(Asked asked, Rows rows) throws UnreadableSegment {
    return select(new Obvious(List.of(List.of(asked))).definition(), rows);
  }

  private static BitSet select(String definition, Rows rows) throws UnreadableSegment {
    return Segment.parse(definition).in(rows, ZONES).visits();
  }

  private static Rows rows(Random random) {
    Rows rows = new Rows();
    for (int visit = random.nextInt(12); visit > 0; visit--) {
      Map<Column, Object> row = new HashMap<>();
      for (Column column :
          List.of(
              Columns.ACTIONS,
              Columns.TOTAL_SECONDS,
              Columns.SECONDS_SINCE_FIRST,
              Columns.SECONDS_SINCE_ORDER)) {
        row.put(column, pick(random, NUMBERS));
      }
      for (Column column :
          List.of(Columns.CITY, Columns.USER_ID, Columns.ENTRY_TITLE, Columns.EXIT_URL)) {
        row.put(column, pick(random, TEXTS));
      }
      row.put(Columns.LATITUDE, pick(random, NUMBERS) * 250_000 * (random.nextInt(3) - 1));
      row.put(Columns.LONGITUDE, pick(random, NUMBERS) * 250_000 * (random.nextInt(3) - 1));
      row.put(Columns.STRANGER, (long) random.nextInt(2));
      row.put(Columns.FIRST_ACTION_TIME, time(random));
      row.put(Columns.LAST_ACTION_TIME, time(random));
      rows.visit(row);
      for (int action = random.nextInt(4); action > 0; action--) {
        Map<Column, Object> of = new HashMap<>();
        of.put(Columns.KIND, pick(random, KINDS));
        of.put(Columns.URL, pick(random, TEXTS));
        of.put(Columns.TITLE, pick(random, TEXTS));
        of.put(Columns.TIME, time(random));
        of.put(Columns.BANDWIDTH, pick(random, NUMBERS));
        rows.action(of);
      }
    }
    return rows;
  }

  private static long time(Random random) {
    return BASE + random.nextInt(3 * 86_400);
  }

  private static Asked asked(Random random) {
    Known known = pick(random, KNOWN);
    String operator = pick(random, OPERATORS);
    boolean maybeEmpty = operator.equals("==") || operator.equals("!=");
    if (maybeEmpty && random.nextInt(5) == 0) {
      return new Asked(known, operator, "");
    }
    boolean text = TEXT_NAMES.contains(known.name());
    String value = text ? pick(random, TEXTS) : numeric(random);
    return new Asked(known, operator, value.isEmpty() ? "a" : value);
  }

  private static final List<String> TEXT_NAMES =
      KNOWN.stream()
          .filter(
              known ->
                  List.of("city", "userId", "siteSearchKeyword").contains(known.name())
                      || known.name().endsWith("Url")
                      || known.name().endsWith("Title"))
          .map(Known::name)
          .toList();

  private static String numeric(Random random) {
    String whole =
        Long.toString(random.nextInt(3) == 0 ? random.nextInt(60) : pick(random, NUMBERS));
    return switch (random.nextInt(8)) {
      case 0 -> whole + ".5";
      case 1 -> "-" + whole;
      case 2 -> whole + ".25";
      default -> whole;
    };
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Known visit(String name, Function<Map<Column, Object>, Object> value) {
    return new Known(name, false, value);
  }

  private static Known action(String name, Function<Map<Column, Object>, Object> value) {
    return new Known(name, true, value);
  }

  private static long number(Map<Column, Object> row, Column column) {
    return (Long) row.getOrDefault(column, 0L);
  }

  private static String text(Map<Column, Object> row, Column column) {
    String text = (String) row.getOrDefault(column, "");
    return text.isEmpty() ? null : text;
  }

  private static Object of(Map<Column, Object> row, Column column, Integer... kinds) {
    return List.of(kinds).contains(row.get(Columns.KIND)) ? text(row, column) : null;
  }

  private static Object degrees(Map<Column, Object> row, Column column) {
    boolean unknown = number(row, Columns.LATITUDE) == 0 && number(row, Columns.LONGITUDE) == 0;
    return unknown
        ? null
        : new BigDecimal(
            BigDecimal.valueOf(number(row, column), 6).stripTrailingZeros().toPlainString());
  }

  private static long hour(Map<Column, Object> row, Column column) {
    Instant at = Instant.ofEpochSecond(number(row, column));
    return at.atZone(ZONES.zoneAt(at)).getHour();
  }
}
