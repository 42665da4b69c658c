package org.footfall.report;

import java.util.ArrayList;
import java.util.List;

/** All who sent visitors in one list: keywords, websites, campaigns and networks. */
record ReferrerList(Levels channels) implements Shape {
  @Override
  public DataTable rows(Groups groups) {
    List<Row> rows = new ArrayList<>();
    for (Row channel : channels.rows(groups).rows()) {
      channel.subtable().ifPresent(below -> rows.addAll(below.rows()));
    }
    return new DataTable(rows);
  }
}
