package org.footfall.segment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;

/** Counts which values a dimension has, as segments ask for them. Not for several threads. */
public final class ValueCount {
  private final SegmentDimension dimension;
  private final SiteClock clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private long rows;

  public ValueCount(SegmentDimension dimension, ZoneHistory zones) {
    this.dimension = dimension;
    this.clock = new SiteClock(zones);
  }

  /** Counts a part's visits or actions. */
  public void add(LogPart part) {
    Set<Column> columns = new HashSet<>(dimension.values().spelledColumns());
    Set<Long> kinds = dimension.kinds();
    if (!kinds.isEmpty()) {
      columns.add(Columns.KIND);
    }
    LogTable table = dimension.ofActions() ? part.actions(columns) : part.visits(columns);
    NumberColumn kindOf = kinds.isEmpty() ? row -> 0 : table.number(Columns.KIND);
    Values.Spelling spelling = dimension.values().spelling(table, clock);
    for (int row = 0; row < table.rows(); row++) {
      if (kinds.isEmpty() || kinds.contains(kindOf.get(row))) {
        spelling.tell(row, value -> counts.merge(value, 1, Integer::sum));
      }
    }
    rows += table.rows();
  }

  /** How many rows have been looked at. */
  public long rows() {
    return rows;
  }

  /** The values that were found most often, the most frequent first. */
  public List<String> most(int limit) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
