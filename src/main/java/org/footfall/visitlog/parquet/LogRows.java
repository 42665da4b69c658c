package org.footfall.visitlog.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;

/** Rows of the log on their way into a file, gathered into row groups of bounded size. */
final class LogRows {
  /** As many as other writers put into a group, so that readers can work on groups side by side. */
  private static final int GROUP_ROWS = 122_880;

  private static final long GROUP_BYTES = 64 << 20;

  /** The weight is looked at once in so many rows. */
  private static final int STRIDE = 1_024;

  private final Feed.Same day = Feed.day();
  private final List<Feed> feeds = new ArrayList<>();
  private final ParquetFile file;
  private final int groupRows;
  private long rows;
  private int held;

  LogRows(OutputStream out, int site, List<Column> columns) throws IOException {
    this(out, site, columns, GROUP_ROWS);
  }

  LogRows(OutputStream out, int site, List<Column> columns, int groupRows) throws IOException {
    this.groupRows = groupRows;
    feeds.add(Feed.site(site));
    feeds.add(day);
    columns.forEach(column -> feeds.add(Feed.of(column)));
    file = new ParquetFile(out, feeds.stream().map(Feed::chunk).toList());
  }

  void add(LocalDate of, LogTable table) throws IOException {
    day.change(of);
    feeds.forEach(feed -> feed.open(table));
    for (int row = 0; row < table.rows(); row++) {
      for (Feed feed : feeds) {
        feed.add(row);
      }
      rows++;
      if (++held >= groupRows || (held % STRIDE == 0 && weight() > GROUP_BYTES)) {
        file.writeGroup();
        held = 0;
        feeds.forEach(Feed::cleared);
      }
    }
  }

  void finish() throws IOException {
    file.finish();
  }

  /** How many were added. */
  long rows() {
    return rows;
  }

  private long weight() {
    return feeds.stream().mapToLong(feed -> feed.chunk().weight()).sum();
  }
}
