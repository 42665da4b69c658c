package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;
import org.roaringbitmap.RoaringBitmap;

/** Counts a part's visits. */
final class VisitPass {
  private final PartRows rows;
  private final NumberColumn actions;
  private final NumberColumn seconds;
  private final NumberColumn converted;
  private final NumberColumn returning;
  private final TextColumn userIds;
  private final int noUser;
  private int[] byUser;

  VisitPass(PartRows rows) {
    LogTable visits = rows.visits();
    this.rows = rows;
    this.actions = visits.number(Columns.ACTIONS);
    this.seconds = visits.number(Columns.TOTAL_SECONDS);
    this.converted = visits.number(Columns.CONVERTED);
    this.returning = visits.number(Columns.RETURNING);
    this.userIds = visits.text(Columns.USER_ID);
    this.noUser = emptyCode(userIds);
  }

  /** The columns of visits that counting a source needs. */
  static Set<Column> columns(Source source) {
    Set<Column> columns = new LinkedHashSet<>();
    columns.addAll(
        List.of(
            Columns.VISITOR_ORDINAL,
            Columns.VISITOR_ID,
            Columns.ACTIONS,
            Columns.TOTAL_SECONDS,
            Columns.CONVERTED,
            Columns.RETURNING,
            Columns.USER_ID));
    source.keys().forEach(key -> columns.addAll(key.columns()));
    if (source == Source.DIMENSION_OF_VISIT) {
      columns.addAll(Columns.VISIT_DIMENSIONS);
      columns.add(Columns.EMPTY_VISIT_DIMENSIONS);
    }
    if (source == Source.VARIABLE) {
      columns.addAll(Columns.VISIT_VARIABLES);
      columns.add(Columns.VISIT_ID);
    }
    return columns;
  }

  private static int emptyCode(TextColumn texts) {
    for (int code = 0; code < texts.codes(); code++) {
      if (texts.texts().length(code) == 0) {
        return code;
      }
    }
    return -1;
  }

  Groups count(Source source, LocalDate day, ZoneHistory zones) {
    GroupBuilder groups = new GroupBuilder(source.layout(), rows.people());
    ConversionPass conversions = new ConversionPass(rows, source);
    if (source == Source.DIMENSION_OF_VISIT) {
      countDimensions(groups, conversions);
      return groups.build();
    }
    if (source == Source.VARIABLE) {
      countVariables(groups, conversions);
      new VariablePass(rows, groups).count();
      return groups.build();
    }
    int[] groupOf = new int[rows.visits().rows()];
    if (source.ofConversions()) {
      conversions.count(groups, zones);
      return groups.build();
    }
    if (source.ofTotals()) {
      byte[] weekday = {(byte) ('0' + day.getDayOfWeek().getValue())};
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        groupOf[row] = source.selects(returning.get(row)) ? groups.group(weekday) : -1;
      }
    } else {
      VisitKey.Grouping grouping =
          new VisitKey.Grouping(
              source.keys(),
              rows.visits(),
              zones,
              groups,
              source == Source.USER ? rows.visits().number(Columns.VISITOR_ID) : null);
      for (int i = 0; i < rows.size(); i++) {
        groupOf[rows.row(i)] = grouping.group(rows.row(i));
      }
    }
    if (source.ofVisitNumbers()) {
      addVisits(groups, groupOf);
    } else {
      add(groups, groupOf);
      addUsers(groups, groupOf);
      conversions.count(groups, groupOf, zones);
    }
    return groups.build();
  }

  /**
   * A visit is counted once for each of the site's own dimensions of which a value was told, be it
   * an empty one. Conversions count for the value of then.
   */
  private void countDimensions(GroupBuilder groups, ConversionPass conversions) {
    NumberColumn empty = rows.visits().number(Columns.EMPTY_VISIT_DIMENSIONS);
    long everEmpty = 0;
    for (int i = 0; i < rows.size(); i++) {
      everEmpty |= empty.get(rows.row(i));
    }
    for (int slot = 1; slot <= Columns.VISIT_DIMENSIONS.size(); slot++) {
      TextColumn values = rows.visits().text(Columns.VISIT_DIMENSIONS.get(slot - 1));
      long bit = 1L << (slot - 1);
      if (values.codes() > 1 || (everEmpty & bit) != 0) {
        int[] groupOf = new int[rows.visits().rows()];
        for (int i = 0; i < rows.size(); i++) {
          int row = rows.row(i);
          String value = values.get(row);
          groupOf[row] =
              value.isEmpty() && (empty.get(row) & bit) == 0
                  ? -1
                  : groups.group(Groups.key(DimensionPass.key(slot), value));
        }
        add(groups, groupOf);
        addUsers(groups, groupOf);
        int place = slot;
        conversions.count(
            groups,
            groupOf,
            (then, conversion) -> {
              String value = then.dimension(conversion, place);
              return value == null ? -1 : groups.group(Groups.key(DimensionPass.key(place), value));
            });
      }
    }
  }

  /** As {@link #countDimensions}; names and values take turns. */
  private void countVariables(GroupBuilder groups, ConversionPass conversions) {
    for (int i = 0; i < Columns.VISIT_VARIABLES.size(); i += 2) {
      TextColumn names = rows.visits().text(Columns.VISIT_VARIABLES.get(i));
      TextColumn values = rows.visits().text(Columns.VISIT_VARIABLES.get(i + 1));
      if (names.codes() > 1) {
        int[] groupOf = new int[rows.visits().rows()];
        for (int place = 0; place < rows.size(); place++) {
          int row = rows.row(place);
          String name = names.get(row);
          groupOf[row] =
              name.isEmpty()
                  ? -1
                  : groups.group(
                      VariablePass.key(name, values.get(row), VariableList.VISIT, i / 2 + 1));
        }
        add(groups, groupOf);
        addUsers(groups, groupOf);
        int named = i + 1;
        conversions.count(
            groups,
            groupOf,
            (then, conversion) -> {
              String name = then.variable(conversion, named);
              String value = then.variable(conversion, named + 1);
              return name == null
                  ? -1
                  : groups.group(
                      VariablePass.key(
                          name, value == null ? "" : value, VariableList.VISIT, named / 2 + 1));
            });
      }
    }
  }

  private void addVisits(GroupBuilder groups, int[] groupOf) {
    long[] visitCounts = groups.column(Metric.VISITS);
    for (int i = 0; i < rows.size(); i++) {
      visitCounts[groupOf[rows.row(i)]]++;
    }
  }

  private void add(GroupBuilder groups, int[] groupOf) {
    long[] visitCounts = groups.column(Metric.VISITS);
    long[] uniques = groups.column(Metric.UNIQUE_VISITORS);
    long[] actionCounts = groups.column(Metric.ACTIONS);
    long[] maxActions = groups.column(Metric.MAX_ACTIONS);
    long[] secondCounts = groups.column(Metric.VISIT_SECONDS);
    long[] bounces = groups.column(Metric.BOUNCES);
    long[] conversions = groups.column(Metric.CONVERTED_VISITS);
    LastSeen seen = new LastSeen();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      int group = groupOf[row];
      if (group < 0) {
        continue;
      }
      long count = actions.get(row);
      visitCounts[group]++;
      actionCounts[group] += count;
      maxActions[group] = Math.max(maxActions[group], count);
      secondCounts[group] += seconds.get(row);
      bounces[group] += count <= 1 ? 1 : 0;
      conversions[group] += converted.get(row) == 0 ? 0 : 1;
      if (seen.isFirst(group, rows.visitor(row))) {
        uniques[group]++;
        groups.meet(group, Metric.UNIQUE_VISITORS, rows.person(row));
      }
    }
  }

  private void addUsers(GroupBuilder groups, int[] groupOf) {
    long[] users = groups.column(Metric.USERS);
    LastSeen seen = new LastSeen();
    for (int row : byUser()) {
      int group = groupOf[row];
      if (group >= 0 && seen.isFirst(group, userIds.code(row))) {
        users[group]++;
        if (rows.people() != null) {
          groups.meet(group, Metric.USERS, rows.people().user(hash(userIds.get(row))));
        }
      }
    }
  }

  /** Rows of visits with a user id, in the order of users. */
  private int[] byUser() {
    if (byUser == null) {
      long[] pairs = new long[rows.size()];
      int found = 0;
      for (int i = 0; i < pairs.length; i++) {
        int row = rows.row(i);
        if (userIds.code(row) != noUser) {
          pairs[found++] = ((long) userIds.code(row) << 32) | row;
        }
      }
      Arrays.sort(pairs, 0, found);
      byUser = new int[found];
      for (int i = 0; i < found; i++) {
        byUser[i] = (int) pairs[i];
      }
    }
    return byUser;
  }

  Who who(Source source) {
    NumberColumn ordinals = rows.visits().number(Columns.VISITOR_ORDINAL);
    RoaringBitmap known = new RoaringBitmap();
    BitSet users = new BitSet();
    long strangers = 0;
    int lastStranger = -1;
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      if (!source.selects(returning.get(row))) {
        continue;
      }
      if (ordinals.get(row) > 0) {
        known.add((int) ordinals.get(row));
      } else if (rows.visitor(row) != lastStranger) {
        lastStranger = rows.visitor(row);
        strangers++;
      }
      if (userIds.code(row) != noUser) {
        users.set(userIds.code(row));
      }
    }
    known.runOptimize();
    long[] hashes = users.stream().mapToLong(code -> hash(userIds.value(code))).toArray();
    Arrays.sort(hashes);
    return new Who(known, strangers, hashes);
  }

  /** FNV-1a over the bytes, mixed once more; two users of a site meet once in 2^64 pairs. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return hash ^ (hash >>> 32);
  }
}
