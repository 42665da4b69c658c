package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.footfall.visitlog.BytesColumn;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** A log in memory, of one site. */
final class MemoryLog implements LogSnapshot, ReportEngine.Snapshots {
  private final SortedMap<LocalDate, Long> days = new TreeMap<>();
  private final Map<LocalDate, List<Map<Column, Object>>> visits = new HashMap<>();
  private final Map<LocalDate, List<Map<Column, Object>>> actions = new HashMap<>();
  private int reads;

  void visit(LocalDate day, Map<Column, Object> row) {
    visits.computeIfAbsent(day, key -> new ArrayList<>()).add(row);
    days.merge(day, 1L, Long::sum);
  }

  void action(LocalDate day, Map<Column, Object> row) {
    actions.computeIfAbsent(day, key -> new ArrayList<>()).add(row);
    days.merge(day, 1L, Long::sum);
  }

  /** How often a day's rows were read. */
  int reads() {
    return reads;
  }

  @Override
  public <T> T snapshot(Function<LogSnapshot, T> work) {
    return work.apply(this);
  }

  @Override
  public SortedMap<LocalDate, Long> days(int site, LocalDate from, LocalDate to) {
    return days.subMap(from, to.plusDays(1));
  }

  @Override
  public SortedMap<LocalDate, Long> rowsByDay(int site, LocalDate from, LocalDate to) {
    return new TreeMap<>(days(site, from, to));
  }

  @Override
  public LogTable visits(int site, LocalDate day, Collection<Column> columns) {
    reads++;
    return new Table(visits.getOrDefault(day, List.of()));
  }

  @Override
  public LogTable actions(int site, LocalDate day, Collection<Column> columns) {
    return new Table(actions.getOrDefault(day, List.of()));
  }

  private record Table(List<Map<Column, Object>> lines) implements LogTable {
    @Override
    public int rows() {
      return lines.size();
    }

    @Override
    public NumberColumn number(Column column) {
      return row -> ((Number) lines.get(row).getOrDefault(column, 0)).longValue();
    }

    @Override
    public TextColumn text(Column column) {
      Map<String, Integer> codes = new LinkedHashMap<>();
      lines.forEach(line -> codes.putIfAbsent(text(line, column), codes.size()));
      List<String> values = List.copyOf(codes.keySet());
      return new TextColumn() {
        @Override
        public String get(int row) {
          return text(lines.get(row), column);
        }

        @Override
        public int code(int row) {
          return codes.get(get(row));
        }

        @Override
        public int codes() {
          return values.size();
        }

        @Override
        public String value(int code) {
          return values.get(code);
        }
      };
    }

    private static String text(Map<Column, Object> line, Column column) {
      return (String) line.getOrDefault(column, "");
    }

    @Override
    public BytesColumn bytes(Column column) {
      throw new UnsupportedOperationException("no report reads bytes");
    }
  }
}
