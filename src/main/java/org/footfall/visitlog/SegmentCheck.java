package org.footfall.visitlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.codec.Numbers;
import org.footfall.codec.TextHash;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.LogCheckStore.Counts;
import org.footfall.visitlog.LogCheckStore.SiteDay;
import org.footfall.visitlog.LogCheckStore.Stored;
import org.footfall.visitlog.LogCheckStore.StoredPart;
import org.footfall.visitlog.SegmentDays.Entry;

/** Reads one segment as a whole and compares it with what is told of it elsewhere. */
final class SegmentCheck {
  private static final TextHash HASH = TextHash.random();

  private final Stored stored;
  private final List<LogDamage> found = new ArrayList<>();

  private SegmentCheck(Stored stored) {
    this.stored = stored;
  }

  /** What is wrong with a segment; mostly nothing. */
  static List<LogDamage> of(Stored stored, List<StoredPart> parts, Map<SiteDay, Counts> index) {
    SegmentCheck check = new SegmentCheck(stored);
    try {
      check.read(parts, index);
    } catch (DamagedSegmentException e) {
      check.lost(e.getMessage());
    } catch (RuntimeException e) {
      check.wrong("cannot be decoded: " + e);
    }
    return check.found;
  }

  private void read(List<StoredPart> parts, Map<SiteDay, Counts> index) {
    if (parts.isEmpty()) {
      wrong("has no parts");
      return;
    }
    List<byte[]> blobs = parts.stream().map(StoredPart::data).toList();
    Segment segment = new Segment(stored.name(), blobs, HASH);
    for (StoredPart part : parts) {
      int inside = SegmentFormat.read(stored.name(), part.data()).groups();
      if (inside != part.groups()) {
        wrong("has column groups %d where the table says %d".formatted(inside, part.groups()));
      }
    }
    long bytes = blobs.stream().mapToLong(blob -> blob.length).sum();
    if (bytes != stored.bytes()) {
      wrong("has parts of %d bytes where %d were written".formatted(bytes, stored.bytes()));
    }
    decode(segment);
    checkOrder(segment);
    checkIndex(segment.days(), index);
  }

  private static void decode(Segment segment) {
    for (Column column : Columns.ALL) {
      if (column.coding() != Coding.DERIVED) {
        Object unused =
            switch (column.type()) {
              case NUMBER -> segment.numbers(column);
              case TEXT -> segment.texts(column);
              case BYTES -> segment.bytes(column);
            };
      }
    }
  }

  private void checkOrder(Segment segment) {
    Numbers visits = segment.numbers(Columns.VISIT_ID);
    Numbers owners = segment.numbers(Columns.ACTION_VISIT_ID);
    Numbers positions = segment.numbers(Columns.POSITION);
    int visit = 0;
    int action = 0;
    SiteDay before = null;
    for (Entry entry : segment.days().entries()) {
      SiteDay day = day(entry);
      if (before != null
          && (day.site() < before.site()
              || (day.site() == before.site() && !day.day().isAfter(before.day())))) {
        wrong("has %s behind %s".formatted(day, before));
      }
      before = day;
      for (int row = visit + 1; row < visit + entry.visits(); row++) {
        if (visits.get(row) <= visits.get(row - 1)) {
          wrong("has visits of %s out of order, from row %d on".formatted(day, row));
          break;
        }
      }
      for (int row = action + 1; row < action + entry.actions(); row++) {
        long visitsApart = owners.get(row) - owners.get(row - 1);
        if (visitsApart < 0 || (visitsApart == 0 && positions.get(row) <= positions.get(row - 1))) {
          wrong("has actions of %s out of order, from row %d on".formatted(day, row));
          break;
        }
      }
      visit += entry.visits();
      action += entry.actions();
    }
  }

  private void checkIndex(SegmentDays days, Map<SiteDay, Counts> index) {
    Map<SiteDay, Counts> inside = new HashMap<>();
    for (Entry entry : days.entries()) {
      inside.put(day(entry), new Counts(entry.visits(), entry.actions()));
    }
    Map<String, SiteDay> all = new TreeMap<>();
    inside.keySet().forEach(day -> all.put(day.toString(), day));
    index.keySet().forEach(day -> all.put(day.toString(), day));
    for (SiteDay day : all.values()) {
      Counts here = inside.get(day);
      Counts told = index.get(day);
      if (here == null) {
        found.add(
            new LogDamage(
                stored.name() + " has nothing of " + day + ", but the index says it has",
                "The segment is right. DELETE FROM log_segment_day WHERE " + key(day) + ";"));
      } else if (!here.equals(told)) {
        String says =
            told == null
                ? "does not know it"
                : "says " + told.visits() + " visits and " + told.actions() + " actions";
        found.add(
            new LogDamage(
                "%s has %d visits and %d actions of %s, but the index %s"
                    .formatted(stored.name(), here.visits(), here.actions(), day, says),
                "The segment is right. REPLACE INTO log_segment_day (site, day, segment_id, visits,"
                    + " actions) VALUES (%d, '%s', %d, %d, %d);"
                        .formatted(
                            day.site(),
                            day.day(),
                            stored.name().id(),
                            here.visits(),
                            here.actions())));
      }
    }
    long rows = 0;
    for (Table table : Table.values()) {
      rows += days.rows(table);
    }
    if (rows != stored.rows()) {
      found.add(
          new LogDamage(
              "%s has %d rows where the table says %d"
                  .formatted(stored.name(), rows, stored.rows()),
              "The segment is right. UPDATE log_segment SET row_count = %d WHERE id = %d;"
                  .formatted(rows, stored.name().id())));
    }
  }

  private String key(SiteDay day) {
    return "site = %d AND day = '%s' AND segment_id = %d"
        .formatted(day.site(), day.day(), stored.name().id());
  }

  private static SiteDay day(Entry entry) {
    return new SiteDay(entry.site(), LocalDate.ofEpochDay(entry.day()));
  }

  private void wrong(String what) {
    lost(stored.name() + " " + what);
  }

  private void lost(String what) {
    long id = stored.name().id();
    found.add(
        new LogDamage(
            what,
            ("Its rows are missing from reports. Bring back its lines of log_segment (id = %d),"
                    + " log_segment_group and log_segment_day (segment_id = %d) from a backup.")
                .formatted(id, id)));
  }
}
