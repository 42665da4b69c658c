package org.footfall.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.codec.TextList;
import org.footfall.visitlog.BytesColumn;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/** A part of a log in memory. It gives the columns that were asked for and no others. */
final class Rows implements LogPart {
  private final List<Map<Column, Object>> visits = new ArrayList<>();
  private final List<Map<Column, Object>> actions = new ArrayList<>();

  /** A visit; its id is its number from 1. */
  Rows visit(Map<Column, Object> row) {
    visits.add(new HashMap<>(row));
    visits.get(visits.size() - 1).put(Columns.VISIT_ID, (long) visits.size());
    return this;
  }

  /** An action of the visit that was added last. */
  Rows action(Map<Column, Object> row) {
    actions.add(new HashMap<>(row));
    actions.get(actions.size() - 1).put(Columns.ACTION_VISIT_ID, (long) visits.size());
    return this;
  }

  /** Makes an action one of a visit that has no row. */
  Rows lose(int action) {
    actions.get(action).put(Columns.ACTION_VISIT_ID, 1_000L);
    return this;
  }

  List<Map<Column, Object>> visits() {
    return visits;
  }

  List<Map<Column, Object>> actionsOf(int visit) {
    return actions.stream()
        .filter(row -> row.get(Columns.ACTION_VISIT_ID).equals((long) visit + 1))
        .toList();
  }

  @Override
  public LogTable visits(Collection<Column> columns) {
    return new Table(visits, Set.copyOf(columns));
  }

  @Override
  public LogTable actions(Collection<Column> columns) {
    return new Table(actions, Set.copyOf(columns));
  }

  private record Table(List<Map<Column, Object>> lines, Set<Column> columns) implements LogTable {
    @Override
    public int rows() {
      return lines.size();
    }

    private Object get(Column column, int row, Object absent) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(column + " was not asked for");
      }
      return lines.get(row).getOrDefault(column, absent);
    }

    @Override
    public NumberColumn number(Column column) {
      return row -> ((Number) get(column, row, 0L)).longValue();
    }

    @Override
    public BytesColumn bytes(Column column) {
      return row -> ((byte[]) get(column, row, new byte[0])).clone();
    }

    @Override
    public TextColumn text(Column column) {
      List<String> texts = new ArrayList<>(List.of("a text that no row has"));
      int[] codes = new int[lines.size()];
      for (int row = 0; row < codes.length; row++) {
        String text = (String) get(column, row, "");
        if (!texts.contains(text)) {
          texts.add(text);
        }
        codes[row] = texts.indexOf(text);
      }
      BitSet looks = new BitSet();
      return new TextColumn() {
        @Override
        public String get(int row) {
          throw new AssertionError("texts are told by their codes");
        }

        @Override
        public int code(int row) {
          return codes[row];
        }

        @Override
        public int codes() {
          return texts.size();
        }

        @Override
        public String value(int code) {
          if (code == 0 || looks.get(code)) {
            throw new AssertionError("looked once more at " + texts.get(code));
          }
          looks.set(code);
          return texts.get(code);
        }

        @Override
        public TextList texts() {
          return TextList.of(texts.stream().map(text -> text.getBytes(UTF_8)).toList());
        }
      };
    }
  }
}
