package org.footfall.visitlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.footfall.visitlog.Column.Privacy;
import org.footfall.visitlog.Column.Table;

/**
 * Prints rows of the log for operators, with the names of the catalogue. Times are ISO 8601 in UTC,
 * ids of visitors 16 hexadecimal digits, addresses as one writes them.
 */
public final class LogPrinter {
  private static final Set<Column> TIMES =
      Set.of(Columns.TIME, Columns.FIRST_ACTION_TIME, Columns.LAST_ACTION_TIME);
  private static final Set<Column> IDS = Set.of(Columns.VISITOR_ID, Columns.CONFIG_ID);

  private final LogReader log;
  private final LogFormat format;
  private final boolean personal;
  private final Appendable out;

  /**
   * @param personal whether columns that tell who somebody is are printed
   */
  public LogPrinter(LogReader log, LogFormat format, boolean personal, Appendable out) {
    this.log = log;
    this.format = format;
    this.personal = personal;
    this.out = out;
  }

  /**
   * Prints visits by day and visit id, both days included.
   *
   * @return how many rows were printed
   */
  public int visits(int site, LocalDate from, LocalDate to, int limit) {
    return print(Table.VISIT, site, from, to, limit);
  }

  /**
   * Prints actions by day, visit and position, both days included.
   *
   * @return how many rows were printed
   */
  public int actions(int site, LocalDate from, LocalDate to, int limit) {
    return print(Table.ACTION, site, from, to, limit);
  }

  /**
   * Prints the last actions up to a day, the latest one last.
   *
   * @return how many rows were printed
   */
  public int tail(int site, LocalDate to, int count) {
    List<Column> columns = columns(Table.ACTION);
    return log.snapshot(
        snapshot -> {
          List<String> lines = new ArrayList<>();
          List<LocalDate> days = new ArrayList<>(snapshot.days(site, LocalDate.EPOCH, to).keySet());
          for (int d = days.size() - 1; d >= 0 && lines.size() < count; d--) {
            LogTable table = snapshot.actions(site, days.get(d), columns);
            NumberColumn times = table.number(Columns.TIME);
            List<Integer> latest =
                IntStream.range(0, table.rows())
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer row) -> times.get(row)).reversed())
                    .limit(count - lines.size())
                    .toList();
            for (int row : latest) {
              lines.add(line(columns, site, days.get(d), table, row));
            }
          }
          write(format.head(names(columns)));
          for (int i = lines.size() - 1; i >= 0; i--) {
            write(lines.get(i));
          }
          return lines.size();
        });
  }

  private int print(Table table, int site, LocalDate from, LocalDate to, int limit) {
    List<Column> columns = columns(table);
    return log.snapshot(
        snapshot -> {
          write(format.head(names(columns)));
          int printed = 0;
          for (LocalDate day : snapshot.days(site, from, to).keySet()) {
            if (printed >= limit) {
              break;
            }
            LogTable rows =
                table == Table.VISIT
                    ? snapshot.visits(site, day, columns)
                    : snapshot.actions(site, day, columns);
            for (int row = 0; row < rows.rows() && printed < limit; row++, printed++) {
              write(line(columns, site, day, rows, row));
            }
          }
          return printed;
        });
  }

  private List<Column> columns(Table table) {
    return Columns.of(table).stream()
        .filter(column -> personal || column.privacy() != Privacy.PERSONAL)
        .filter(column -> !column.equals(Columns.SITE))
        .toList();
  }

  private static List<String> names(List<Column> columns) {
    List<String> names = new ArrayList<>(List.of("site", "day"));
    columns.forEach(column -> names.add(column.name()));
    return names;
  }

  private String line(List<Column> columns, int site, LocalDate day, LogTable table, int row) {
    List<Object> values = new ArrayList<>(List.of((long) site, day.toString()));
    for (Column column : columns) {
      values.add(value(column, table, row));
    }
    return format.row(names(columns), values);
  }

  private static Object value(Column column, LogTable table, int row) {
    return switch (column.type()) {
      case NUMBER -> number(column, table.number(column).get(row));
      case TEXT -> table.text(column).get(row);
      case BYTES -> address(table.bytes(column).get(row));
    };
  }

  private static Object number(Column column, long value) {
    if (TIMES.contains(column)) {
      return Instant.ofEpochSecond(value).toString();
    }
    return IDS.contains(column) ? String.format("%016x", value) : (Object) value;
  }

  private static String address(byte[] bytes) {
    try {
      return bytes.length == 0 ? "" : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return java.util.HexFormat.of().formatHex(bytes);
    }
  }

  private void write(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
