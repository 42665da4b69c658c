package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.footfall.codec.ByteSink;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * One part of what visits, or actions, are grouped by. Rows with equal codes have equal texts, so
 * that texts are touched once a group and not once a visit.
 */
sealed interface VisitKey {
  /** What it reads. */
  Set<Column> columns();

  Reader open(LogTable visits, ZoneHistory zones);

  /**
   * What tells this part of a conversion's key, by the conversion's row; null where that is what
   * tells its visit's.
   */
  default ConversionReader openConversions(LogTable visits, LogTable actions, ZoneHistory zones) {
    return null;
  }

  /** Reads one day's conversions. */
  interface ConversionReader {
    String text(int visit, int conversion);
  }

  /** Reads one day. */
  interface Reader {
    int code(int row);

    String text(int row);
  }

  /** A text column as it is. */
  record Text(Column column) implements VisitKey {
    @Override
    public Set<Column> columns() {
      return Set.of(column);
    }

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
    public Set<Column> columns() {
      return Set.of(column);
    }

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
    public Set<Column> columns() {
      return Set.of(column);
    }

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

    @Override
    public ConversionReader openConversions(LogTable visits, LogTable actions, ZoneHistory zones) {
      Reader hours = new Hour(Columns.TIME).open(actions, zones);
      return (visit, conversion) -> hours.text(conversion);
    }
  }

  /** Whole days of a number of seconds. */
  record Days(Column column) implements VisitKey {
    private static final int SECONDS = 86_400;

    @Override
    public Set<Column> columns() {
      return Set.of(column);
    }

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn seconds = visits.number(column);
      return new Reader() {
        @Override
        public int code(int row) {
          return Math.toIntExact(seconds.get(row) / SECONDS);
        }

        @Override
        public String text(int row) {
          return Integer.toString(code(row));
        }
      };
    }
  }

  /** A part of where a visit came from. A conversion may know better where it came from. */
  record Referrer(VisitKey ofVisit, VisitKey ofConversion) implements VisitKey {
    @Override
    public Set<Column> columns() {
      return ofVisit.columns();
    }

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      return ofVisit.open(visits, zones);
    }

    @Override
    public ConversionReader openConversions(LogTable visits, LogTable actions, ZoneHistory zones) {
      NumberColumn types = actions.number(Columns.CONVERSION_REFERRER_TYPE);
      Reader own = ofConversion == null ? null : ofConversion.open(actions, zones);
      Reader other = ofVisit.open(visits, zones);
      return (visit, conversion) -> {
        if (types.get(conversion) == 0) {
          return other.text(visit);
        }
        return own == null ? "" : own.text(conversion);
      };
    }
  }

  /** A text of visits that a campaign brought; empty for all others. */
  record OfCampaign(Column column) implements VisitKey {
    private static final int CAMPAIGN = 6;

    @Override
    public Set<Column> columns() {
      return Set.of(column, Columns.REFERRER_TYPE);
    }

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      TextColumn texts = visits.text(column);
      NumberColumn types = visits.number(Columns.REFERRER_TYPE);
      return new Reader() {
        @Override
        public int code(int row) {
          return types.get(row) == CAMPAIGN ? texts.code(row) : -1;
        }

        @Override
        public String text(int row) {
          return types.get(row) == CAMPAIGN ? texts.get(row) : "";
        }
      };
    }
  }

  /** The hour of a clock that counts the seconds of its day, {@code 00} to {@code 23}. */
  record ClockHour(Column column) implements VisitKey {
    private static final int SECONDS = 3600;

    @Override
    public Set<Column> columns() {
      return Set.of(column);
    }

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

  /** The range that a number is in, by the range's name; empty if in none. */
  record Range(Column column, Ranges ranges) implements VisitKey {
    @Override
    public Set<Column> columns() {
      return Set.of(column);
    }

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn numbers = visits.number(column);
      return new Reader() {
        @Override
        public int code(int row) {
          return ranges.place(numbers.get(row));
        }

        @Override
        public String text(int row) {
          return ranges.name(code(row));
        }
      };
    }
  }

  /**
   * How long ago the visit before was, as a range; {@code new} for a visitor's first. Of customers
   * it is not told, as Matomo has it.
   */
  record SinceLast(Ranges ranges) implements VisitKey {
    static final String NEW = "new";
    private static final int RETURNING = 1;
    private static final int FIRST = -2;

    @Override
    public Set<Column> columns() {
      return Set.of(Columns.RETURNING, Columns.SECONDS_SINCE_LAST);
    }

    @Override
    public Reader open(LogTable visits, ZoneHistory zones) {
      NumberColumn returning = visits.number(Columns.RETURNING);
      NumberColumn seconds = visits.number(Columns.SECONDS_SINCE_LAST);
      return new Reader() {
        @Override
        public int code(int row) {
          if (returning.get(row) == RETURNING) {
            return ranges.place(seconds.get(row));
          }
          return returning.get(row) == 0 ? FIRST : Ranges.NONE;
        }

        @Override
        public String text(int row) {
          int code = code(row);
          return code == FIRST ? NEW : ranges.name(code);
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

    /**
     * @param notes of which the first of each group is noted; null for none
     */
    Grouping(
        List<VisitKey> keys,
        LogTable rows,
        ZoneHistory zones,
        GroupBuilder groups,
        NumberColumn notes) {
      this.groups = groups;
      this.notes = notes;
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
        groupOf[known++] = group(key(row), row);
      }
      return groupOf[folded];
    }

    private int group(byte[] key, int row) {
      return groups.group(key, 0, key.length, notes == null ? 0 : notes.get(row));
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
