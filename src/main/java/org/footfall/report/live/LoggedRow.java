package org.footfall.report.live;

import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogTable;

/** A row of the log. Only columns that were read are there. */
public record LoggedRow(LogTable table, int row) {
  public long number(Column column) {
    return table.number(column).get(row);
  }

  public String text(Column column) {
    return table.text(column).get(row);
  }

  public byte[] bytes(Column column) {
    return table.bytes(column).get(row);
  }
}
