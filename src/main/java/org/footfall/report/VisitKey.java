package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.footfall.codec.ByteSink;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * One part of what visits, or actions, are grouped by. Rows with equal codes have equal texts, so
 * that texts are touched once a group and not once a visit.
 */
sealed interface VisitKey {
  Column column();

  Reader open(LogTable visits, ZoneHistory zones);

  /** Reads one day. */
  interface Reader {
    int code(int row);

    String text(int row);
  }

  /** A text column as it is. */
  record Text(Column column) implements VisitKey {
    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      TextColumn texts = visits.text(column);
      return new Reader() {
        @Override
        public int code(int row) {
          return texts.code(row);
        }

        @Override
        public String text(int row) {
          return texts.get(row);
        }
      };
    }
  }

  /** A column of small numbers as it is. */
  record Code(Column column) implements VisitKey {
    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn numbers = visits.number(column);
      return new Reader() {
        @Override
        public int code(int row) {
          return Math.toIntExact(numbers.get(row));
        }

        @Override
        public String text(int row) {
          return Long.toString(numbers.get(row));
        }
      };
    }
  }

  /** The hour of a moment on the site's clock, {@code 00} to {@code 23}. */
  record Hour(Column column) implements VisitKey {
    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn times = visits.number(column);
      return new Reader() {
        @Override
        public int code(int row) {
          Instant time = Instant.ofEpochSecond(times.get(row));
          return time.atZone(zones.zoneAt(time)).getHour();
        }

        @Override
        public String text(int row) {
          return String.format(Locale.ROOT, "%02d", code(row));
        }
      };
    }
  }

  /** The hour of a clock that counts the seconds of its day, {@code 00} to {@code 23}. */
  record ClockHour(Column column) implements VisitKey {
    private static final int SECONDS = 3600;

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn seconds = visits.number(column);
      return new Reader() {
        @Override
        public int code(int row) {
          return (int) (seconds.get(row) / SECONDS);
        }

        @Override
        public String text(int row) {
          return String.format(Locale.ROOT, "%02d", code(row));
        }
      };
    }
  }

  /** Gives each row the number of its group. */
  final class Grouping {
    private final List<Reader> parts = new ArrayList<>();
    private final List<LongIntMap> folds = new ArrayList<>();
    private final GroupBuilder groups;
    private final NumberColumn notes;
    private int[] groupOf = new int[16];
    private int known;

    Grouping(List<VisitKey> keys, LogTable rows, ZoneHistory zones, GroupBuilder groups) {
      this(keys, rows, zones, groups, null);
    }

    /**
     * @param noted a column of numbers, of which a group's first is kept; null for none
     */
    Grouping(
        List<VisitKey> keys, LogTable rows, ZoneHistory zones, GroupBuilder groups, Column noted) {
      this.groups = groups;
      this.notes = noted == null ? null : rows.number(noted);
      for (VisitKey key : keys) {
        parts.add(key.open(rows, zones));
        folds.add(new LongIntMap());
      }
    }

    int group(int row) {
      int folded = 0;
      for (int i = 0; i < parts.size(); i++) {
        folded = folds.get(i).add(((long) folded << 32) | (parts.get(i).code(row) & 0xFFFFFFFFL));
      }
      if (folded == known) {
        if (known == groupOf.length) {
          groupOf = Arrays.copyOf(groupOf, known * 2);
        }
        byte[] key = key(row);
        int note = notes == null ? 0 : (int) notes.get(row);
        groupOf[known++] = groups.group(key, 0, key.length, note);
      }
      return groupOf[folded];
    }

    private byte[] key(int row) {
      ByteSink key = new ByteSink();
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0) {
          key.put(Groups.BETWEEN);
        }
        key.put(parts.get(i).text(row).getBytes(StandardCharsets.UTF_8));
      }
      return key.toBytes();
    }
  }
}
