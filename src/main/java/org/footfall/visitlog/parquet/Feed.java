package org.footfall.visitlog.parquet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.footfall.visitlog.BytesColumn;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** Takes one column of tables of the log into the chunk of a file. */
abstract class Feed {
  private static final Set<Column> TIMES =
      Set.of(Columns.TIME, Columns.FIRST_ACTION_TIME, Columns.LAST_ACTION_TIME);
  private static final Set<Column> IDS = Set.of(Columns.VISITOR_ID, Columns.CONFIG_ID);
  private static final long MICROS = 1_000_000;
  private static final long MAX_SECONDS = Long.MAX_VALUE / MICROS;

  private final Chunk chunk;

  private Feed(Chunk chunk) {
    this.chunk = chunk;
  }

  /** Absent texts, ids, addresses and times are null; numbers have 0 for absent, as in the log. */
  static Feed of(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case TEXT -> new Texts(column, new TextChunk(name));
      case BYTES -> new Addresses(column, new TextChunk(name));
      case NUMBER -> {
        if (IDS.contains(column)) {
          yield new Ids(column, new TextChunk(name));
        }
        yield TIMES.contains(column)
            ? new Times(column, new NumberChunk(name, Kind.MOMENT, true))
            : new Numbers(column, new NumberChunk(name, Kind.NUMBER, false));
      }
    };
  }

  /** The site of all rows. */
  static Feed site(int site) {
    return new Same(new NumberChunk("site", Kind.NUMBER, false), site);
  }

  static Same day() {
    return new Same(new NumberChunk("day", Kind.DAY, false), 0);
  }

  final Chunk chunk() {
    return chunk;
  }

  /** From now on rows are those of another table. */
  abstract void open(LogTable table);

  /** One more row of the table. */
  abstract void add(int row);

  /** The chunk has been cleared. */
  void cleared() {}

  /** A column with the same value in every row until it is changed. */
  static final class Same extends Feed {
    private final NumberChunk to;
    private long value;

    Same(NumberChunk to, long value) {
      super(to);
      this.to = to;
      this.value = value;
    }

    void change(LocalDate day) {
      value = day.toEpochDay();
    }

    @Override
    void open(LogTable table) {}

    @Override
    void add(int row) {
      to.add(value);
    }
  }

  private static final class Numbers extends Feed {
    private final Column column;
    private final NumberChunk to;
    private NumberColumn from;

    Numbers(Column column, NumberChunk to) {
      super(to);
      this.column = column;
      this.to = to;
    }

    @Override
    void open(LogTable table) {
      from = table.number(column);
    }

    @Override
    void add(int row) {
      to.add(from.get(row));
    }
  }

  /** A time that a file cannot tell is absent, too; only damage brings it about. */
  private static final class Times extends Feed {
    private final Column column;
    private final NumberChunk to;
    private NumberColumn from;

    Times(Column column, NumberChunk to) {
      super(to);
      this.column = column;
      this.to = to;
    }

    @Override
    void open(LogTable table) {
      from = table.number(column);
    }

    @Override
    void add(int row) {
      long seconds = from.get(row);
      if (seconds == 0 || seconds > MAX_SECONDS || seconds < -MAX_SECONDS) {
        to.addAbsent();
      } else {
        to.add(seconds * MICROS);
      }
    }
  }

  private static final class Ids extends Feed {
    private final Column column;
    private final TextChunk to;
    private NumberColumn from;

    Ids(Column column, TextChunk to) {
      super(to);
      this.column = column;
      this.to = to;
    }

    @Override
    void open(LogTable table) {
      from = table.number(column);
    }

    @Override
    void add(int row) {
      long id = from.get(row);
      to.add(id == 0 ? "" : HexFormat.of().toHexDigits(id));
    }
  }

  private static final class Addresses extends Feed {
    private final Column column;
    private final TextChunk to;
    private BytesColumn from;

    Addresses(Column column, TextChunk to) {
      super(to);
      this.column = column;
      this.to = to;
    }

    @Override
    void open(LogTable table) {
      from = table.bytes(column);
    }

    @Override
    void add(int row) {
      byte[] address = from.get(row);
      try {
        to.add(address.length == 0 ? "" : InetAddress.getByAddress(address).getHostAddress());
      } catch (UnknownHostException e) {
        to.add(HexFormat.of().formatHex(address));
      }
    }
  }

  /** Looks each distinct text of a table up once. */
  private static final class Texts extends Feed {
    private static final int UNKNOWN = -1;
    private static final int ABSENT = -2;

    private final Column column;
    private final TextChunk to;
    private TextColumn from;
    private int[] codes = {};

    Texts(Column column, TextChunk to) {
      super(to);
      this.column = column;
      this.to = to;
    }

    @Override
    void open(LogTable table) {
      from = table.text(column);
      codes = new int[from.codes()];
      cleared();
    }

    @Override
    void add(int row) {
      int theirs = from.code(row);
      if (codes[theirs] == UNKNOWN) {
        String text = from.value(theirs);
        codes[theirs] = text.isEmpty() ? ABSENT : to.code(text);
      }
      if (codes[theirs] == ABSENT) {
        to.add("");
      } else {
        to.addCode(codes[theirs]);
      }
    }

    @Override
    void cleared() {
      Arrays.fill(codes, UNKNOWN);
    }
  }
}
