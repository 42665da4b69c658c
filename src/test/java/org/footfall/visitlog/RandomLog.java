package org.footfall.visitlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.footfall.codec.Told;
import org.footfall.visitlog.Column.Table;

/**
 * Seeded random batches of a shard: visits of some sites and days that grow over many batches,
 * actions that are told again, late days. What a day holds is read from the batches themselves,
 * which no compaction has touched.
 */
public final class RandomLog {
  public static final LocalDate FIRST = LocalDate.of(2026, 3, 28);
  public static final int DAYS = 6;
  public static final int SITES = 3;
  public static final int VISITORS = 40;

  private final SplittableRandom random;
  private final List<LogBatch> batches = new ArrayList<>();
  private final TreeMap<Long, Visit> visits = new TreeMap<>();

  private static final class Visit {
    final int site;
    final LocalDate day;
    final long visitor;
    int actions;
    boolean told;
    boolean converted;

    Visit(int site, LocalDate day, long visitor) {
      this.site = site;
      this.day = day;
      this.visitor = visitor;
    }
  }

  public RandomLog(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<LogBatch> batches() {
    return batches;
  }

  /** One more batch. */
  public LogBatch next(int hits) {
    LogBatch batch = new LogBatch(0, batches.size() + 1L);
    List<Long> touched = new ArrayList<>();
    for (int hit = 0; hit < hits; hit++) {
      long id = visits.isEmpty() || random.nextInt(3) == 0 ? begin() : pick();
      Visit visit = visits.get(id);
      if (!touched.contains(id)) {
        touched.add(id);
        if (visit.actions > 0 && random.nextInt(6) == 0) {
          act(batch, id, visit, visit.actions - 1);
        }
      }
      act(batch, id, visit, visit.actions++);
    }
    for (long id : touched) {
      tell(batch, id, visits.get(id));
    }
    batches.add(batch);
    return batch;
  }

  private long begin() {
    long id = visits.isEmpty() ? 1 : visits.lastKey() + 1;
    int day = random.nextInt(DAYS);
    visits.put(
        id, new Visit(1 + random.nextInt(SITES), FIRST.plusDays(day), random.nextInt(VISITORS)));
    return id;
  }

  private long pick() {
    return visits.floorKey(1 + random.nextLong(visits.lastKey()));
  }

  private void act(LogBatch batch, long id, Visit visit, int position) {
    int number = random.nextInt(30);
    String page = "example.org/p" + number;
    boolean converts = random.nextInt(7) == 0;
    visit.converted |= converts;
    RowAppender row = batch.action(visit.site, visit.day);
    row.set(Columns.ACTION_VISIT_ID, id)
        .set(Columns.POSITION, position)
        .set(Columns.TIME, 1_775_000_000L + 40L * id + position)
        .set(Columns.KIND, converts ? 100 : random.nextInt(9) == 0 ? 8 : 1)
        .set(Columns.URL, address(id, number))
        .set(Columns.URL_PREFIX, random.nextInt(4))
        .set(Columns.TITLE, "Title of " + page)
        .set(Columns.SECONDS_BEFORE, random.nextInt(50))
        .set(Columns.PAGE_VIEW_ID, "v" + random.nextInt(4));
    if (number % 6 == 0) {
      row.set(Columns.PRODUCT_SKU, "sku" + number)
          .set(Columns.PRODUCT_NAME, number % 4 == 0 ? "" : "name" + number)
          .set(Columns.PRODUCT_CATEGORIES, id % 3 == 0 ? "a\nb" : "b");
    }
    if (number % 7 == 0) {
      row.set(Columns.VARIABLES.get(0), "variable" + id % 2)
          .set(Columns.VARIABLES.get(1), "value" + number);
    }
    if (converts) {
      row.set(Columns.GOAL, 1 + random.nextInt(13))
          .set(Columns.REVENUE, 10_000L * random.nextInt(5_000))
          .set(Columns.INTERACTION_POSITION, random.nextInt(4));
    } else if (random.nextInt(3) == 0) {
      row.set(Columns.KIND, detail(row));
    }
    if (random.nextInt(4) == 0) {
      row.set(Columns.DIMENSIONS.get(random.nextInt(3)), "value " + random.nextInt(3));
    }
  }

  /** Pages of a site at two hosts, some of them in a folder. */
  public static String address(long visit, int number) {
    String host = visit % 5 == 0 ? "other.example/" : "example.org/";
    return host + (number % 3 == 0 ? "folder/p" : "p") + number;
  }

  /** What an action of some other kind says, and that kind. */
  private int detail(RowAppender row) {
    int kind = List.of(1, 2, 3, 10, 13, 101).get(random.nextInt(6));
    switch (kind) {
      case 1, 101 -> {
        for (Column time : Columns.TIMES) {
          row.set(time, random.nextInt(3) == 0 ? 0 : Told.number(random.nextInt(900)));
        }
      }
      case 10 ->
          row.set(Columns.EVENT_CATEGORY, "category " + random.nextInt(3))
              .set(Columns.EVENT_ACTION, "action " + random.nextInt(3))
              .set(
                  Columns.EVENT_VALUE,
                  random.nextBoolean() ? 0 : Told.millionths(random.nextInt(9) - 4));
      case 13 ->
          row.set(Columns.CONTENT_NAME, "name " + random.nextInt(3))
              .set(Columns.CONTENT_INTERACTION, random.nextBoolean() ? "click" : "");
      default -> row.set(Columns.TITLE, "");
    }
    return kind;
  }

  private void tell(LogBatch batch, long id, Visit visit) {
    boolean whole = !visit.told || random.nextInt(5) == 0;
    visit.told = true;
    RowAppender row =
        whole ? batch.visit(visit.site, visit.day) : batch.visitGrowth(visit.site, visit.day);
    row.set(Columns.VISIT_ID, id)
        .set(Columns.VISITOR_ORDINAL, ordinal(visit.visitor))
        .set(Columns.VISITOR_ID, id(visit.visitor))
        .set(Columns.USER_ID, user(visit.visitor))
        .set(Columns.FIRST_ACTION_TIME, 1_775_000_000L + 40L * id)
        .set(Columns.LAST_ACTION_TIME, 1_775_000_000L + 40L * id + visit.actions)
        .set(Columns.TOTAL_SECONDS, random.nextInt(900))
        .set(Columns.ACTIONS, visit.actions)
        .set(Columns.ENTRY_URL, "example.org/p" + random.nextInt(30))
        .set(Columns.EXIT_URL, "example.org/p" + random.nextInt(30))
        .set(Columns.VISIT_VARIABLES.get(0), visit.visitor % 3 == 1 ? "variable0" : "")
        .set(Columns.VISIT_VARIABLES.get(1), visit.visitor % 3 == 1 ? "of visit" : "")
        .set(Columns.VISIT_DIMENSIONS.get(1), visit.visitor % 2 == 0 ? "even" : "")
        .set(Columns.CONVERTED, visit.converted ? 1 : 0)
        .set(Columns.RETURNING, visit.visitor % 4 == 0 ? 0 : 1)
        .set(Columns.REFERRER_TYPE, visit.visitor % 7 == 5 ? 6 : 1 + visit.visitor % 3)
        .set(Columns.REFERRER_NAME, visit.visitor % 3 == 0 ? "" : "site" + visit.visitor % 7)
        .set(Columns.REFERRER_URL, visit.visitor % 3 == 2 ? "http://x/" + visit.visitor % 9 : "")
        .set(Columns.COUNTRY, random.nextBoolean() ? "fr" : "de")
        .set(Columns.LANGUAGE, visit.visitor % 2 == 0 ? "fr-be" : "de")
        .set(Columns.OS, visit.visitor % 3 == 0 ? "" : "WIN")
        .set(Columns.DEVICE_TYPE, visit.visitor % 4)
        .set(Columns.PLUGINS, visit.visitor % 16)
        .set(Columns.ADDRESS, new byte[] {1, 2, (byte) random.nextInt(), 0})
        .set(Columns.USER_AGENT, "agent " + random.nextInt(4));
    if (visit.visitor % 7 == 5) {
      row.set(Columns.REFERRER_KEYWORD, "word " + visit.visitor % 2)
          .set(Columns.CAMPAIGN_SOURCE, "source " + visit.visitor % 2)
          .set(Columns.CAMPAIGN_MEDIUM, visit.visitor % 3 == 0 ? "" : "mail")
          .set(Columns.CAMPAIGN_CONTENT, "content " + visit.visitor % 5)
          .set(Columns.CAMPAIGN_ID, "id " + visit.visitor)
          .set(Columns.CAMPAIGN_GROUP, "group")
          .set(Columns.CAMPAIGN_PLACEMENT, visit.visitor % 2 == 0 ? "" : "top");
    }
  }

  /** 0 for a visitor who is not known on another day. */
  public static long ordinal(long visitor) {
    return visitor % 3 == 0 ? 0 : visitor;
  }

  /** The visitor id of a visitor. */
  public static long id(long visitor) {
    return visitor * 77;
  }

  /** The user id of a visitor, or empty. */
  public static String user(long visitor) {
    return visitor % 5 == 0 ? "user" + visitor : "";
  }

  /** All rows of a site's day as the batches tell them. */
  List<String> day(int site, LocalDate day) {
    List<Segment> segments = Segments.of(batches);
    List<String> lines = new ArrayList<>();
    for (Table table : List.of(Table.VISIT, Table.ACTION)) {
      lines.addAll(
          lines(
              Segments.table(table, segments, site, (int) day.toEpochDay(), Columns.of(table)),
              table));
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  /** The rows of a table as texts. */
  static List<String> lines(LogTable table, Table of) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder line = new StringBuilder(of.name());
      for (Column column : Columns.of(of)) {
        line.append('|');
        switch (column.type()) {
          case NUMBER -> line.append(table.number(column).get(row));
          case TEXT -> line.append(table.text(column).get(row));
          case BYTES -> line.append(Arrays.toString(table.bytes(column).get(row)));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
