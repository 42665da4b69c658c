package org.footfall.visitlog.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Privacy;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogTable;

/**
 * Writes visits or actions of a site into a Parquet file, a row each, with the names of the
 * catalogue behind {@code site} and {@code day}. Times are timestamps in UTC, ids of visitors 16
 * hexadecimal digits, addresses as one writes them.
 *
 * <p>Reads day by day, each in a snapshot of its own: no visit spans days, and a transaction as
 * long as the export would keep the database from clearing away what changes meanwhile.
 */
public final class ParquetExport {
  private final LogReader log;
  private final Table table;
  private final List<Column> columns;
  private final ObjLongConsumer<LocalDate> progress;

  /**
   * @param personal whether columns that tell who somebody is are written
   * @param progress hears of each day that is written, and how many rows there are by then
   */
  public ParquetExport(
      LogReader log, Table table, boolean personal, ObjLongConsumer<LocalDate> progress) {
    this.log = log;
    this.table = table;
    this.progress = progress;
    this.columns =
        Columns.of(table).stream()
            .filter(column -> personal || column.privacy() != Privacy.PERSONAL)
            .filter(column -> !column.equals(Columns.SITE))
            .toList();
  }

  /**
   * Writes a file, which is there whole or not at all.
   *
   * @param replace whether it may take the place of a file that is there
   * @return how many rows it has
   * @throws IOException when it cannot be written; the message says why
   */
  public long write(int site, LocalDate from, LocalDate to, Path file, boolean replace)
      throws IOException {
    long[] rows = new long[1];
    new NewFile(file, replace).write(out -> rows[0] = write(site, from, to, out));
    return rows[0];
  }

  private long write(int site, LocalDate from, LocalDate to, OutputStream out) throws IOException {
    LogRows rows = new LogRows(out, site, columns);
    try {
      for (LocalDate day : log.snapshot(snapshot -> snapshot.days(site, from, to)).keySet()) {
        log.snapshot(
            snapshot -> {
              snapshot.parts(site, day).forEach(part -> add(rows, day, part));
              return null;
            });
        progress.accept(day, rows.rows());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    rows.finish();
    return rows.rows();
  }

  private void add(LogRows rows, LocalDate day, LogPart part) {
    LogTable found = table == Table.VISIT ? part.visits(columns) : part.actions(columns);
    try {
      rows.add(day, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
