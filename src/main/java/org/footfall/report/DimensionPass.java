package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.footfall.codec.ByteSink;
import org.footfall.codec.TextList;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts a part's actions by the values of the site's own dimensions of actions, all slots in one
 * pass: by slot, value and address. A dimension is not counted where none was told; an empty value
 * is one.
 */
final class DimensionPass {
  static final MetricLayout LAYOUT =
      new MetricLayout(
          List.of(
              Metric.VISITS,
              Metric.UNIQUE_VISITORS,
              Metric.HITS,
              Metric.NETWORK_TIME,
              Metric.NETWORK_HITS,
              Metric.LEAST_NETWORK_TIME,
              Metric.GREATEST_NETWORK_TIME,
              Metric.SERVER_TIME,
              Metric.SERVER_HITS,
              Metric.LEAST_SERVER_TIME,
              Metric.GREATEST_SERVER_TIME,
              Metric.TRANSFER_TIME,
              Metric.TRANSFER_HITS,
              Metric.LEAST_TRANSFER_TIME,
              Metric.GREATEST_TRANSFER_TIME,
              Metric.DOM_PROCESSING_TIME,
              Metric.DOM_PROCESSING_HITS,
              Metric.LEAST_DOM_PROCESSING_TIME,
              Metric.GREATEST_DOM_PROCESSING_TIME,
              Metric.DOM_COMPLETION_TIME,
              Metric.DOM_COMPLETION_HITS,
              Metric.LEAST_DOM_COMPLETION_TIME,
              Metric.GREATEST_DOM_COMPLETION_TIME,
              Metric.ON_LOAD_TIME,
              Metric.ON_LOAD_HITS,
              Metric.LEAST_ON_LOAD_TIME,
              Metric.GREATEST_ON_LOAD_TIME,
              Metric.PAGE_SECONDS,
              Metric.BOUNCES,
              Metric.EXIT_VISITS));

  private static final long PAGE_VIEW = 1;
  private static final long SEARCH = 8;
  private static final long EVENT = 10;

  /** What is from here on is no action of the visitor. */
  private static final long NO_ACTION = 100;

  private final PartRows rows;
  private final GroupBuilder groups;
  private final Measures measures;
  private final NumberColumn kinds;
  private final NumberColumn seconds;
  private final NumberColumn actions;
  private final TextColumn urls;
  private final NumberColumn empty;

  DimensionPass(PartRows rows) {
    this.rows = rows;
    this.groups = new GroupBuilder(LAYOUT, rows.people());
    this.measures = new Measures(Measures.TIMES, rows.actions(), LAYOUT, groups);
    this.kinds = rows.actions().number(Columns.KIND);
    this.seconds = rows.actions().number(Columns.SECONDS_BEFORE);
    this.urls = rows.actions().text(Columns.URL);
    this.empty = rows.actions().number(Columns.EMPTY_DIMENSIONS);
    this.actions = rows.visits().number(Columns.ACTIONS);
  }

  static Set<Column> visitColumns() {
    return Set.of(Columns.VISIT_ID, Columns.VISITOR_ORDINAL, Columns.VISITOR_ID, Columns.ACTIONS);
  }

  static Set<Column> actionColumns() {
    Set<Column> columns = new LinkedHashSet<>(Columns.DIMENSIONS);
    columns.addAll(Columns.TIMES);
    columns.addAll(
        List.of(
            Columns.ACTION_VISIT_ID,
            Columns.KIND,
            Columns.SECONDS_BEFORE,
            Columns.URL,
            Columns.EMPTY_DIMENSIONS));
    return columns;
  }

  /** The first part of a slot's keys. */
  static String key(int slot) {
    return Integer.toString(slot);
  }

  Groups count() {
    long everEmpty = 0;
    for (int row = 0; row < rows.actions().rows(); row++) {
      everEmpty |= empty.get(row);
    }
    for (int slot = 1; slot <= Columns.DIMENSIONS.size(); slot++) {
      TextColumn values = rows.actions().text(Columns.DIMENSIONS.get(slot - 1));
      if (values.codes() > 1 || (everEmpty >> (slot - 1) & 1) == 1) {
        new Slot(slot, values).count();
      }
    }
    return groups.build();
  }

  /** One dimension. */
  private final class Slot {
    private final byte[] name;
    private final int place;
    private final TextColumn values;
    private final LongIntMap pairs = new LongIntMap();
    private int[] groupOfPair = new int[16];
    private final LastSeen visits = new LastSeen();
    private final LastSeen visitors = new LastSeen();

    Slot(int slot, TextColumn values) {
      this.name = key(slot).getBytes(StandardCharsets.US_ASCII);
      this.place = slot - 1;
      this.values = values;
    }

    void count() {
      for (int i = 0; i < rows.size(); i++) {
        int visit = rows.row(i);
        int last = -1;
        int page = -1;
        for (int row = rows.firstAction(visit); row < rows.endOfActions(visit); row++) {
          if (kinds.get(row) >= NO_ACTION) {
            continue;
          }
          if (page >= 0 && kinds.get(row) != EVENT && seconds.get(row) > 0) {
            add(page, Metric.PAGE_SECONDS, seconds.get(row));
          }
          last = group(row);
          if (kinds.get(row) == PAGE_VIEW || kinds.get(row) == SEARCH) {
            page = last;
          }
          if (last >= 0) {
            count(last, row, i, visit);
          }
        }
        if (last >= 0) {
          add(last, Metric.EXIT_VISITS, 1);
        }
      }
      rows.strays().count(row -> kinds.get(row) >= NO_ACTION ? -1 : group(row), this::addPerson);
    }

    private void count(int group, int row, int place, int visit) {
      add(group, Metric.HITS, 1);
      measures.add(group, row);
      if (visits.isFirst(group, place)) {
        add(group, Metric.VISITS, 1);
        add(group, Metric.BOUNCES, actions.get(visit) <= 1 ? 1 : 0);
      }
      if (!rows.strays().has(row) && visitors.isFirst(group, rows.visitor(visit))) {
        addPerson(group, rows.person(visit));
      }
    }

    private void addPerson(int group, int person) {
      groups.addPerson(group, LAYOUT.place(Metric.UNIQUE_VISITORS), person);
    }

    private void add(int group, Metric metric, long amount) {
      groups.add(group, LAYOUT.place(metric), amount);
    }

    /** The action's group; −1 for one of which no value was told. */
    private int group(int row) {
      int value = values.code(row);
      if (values.texts().length(value) == 0 && (empty.get(row) >> place & 1) == 0) {
        return -1;
      }
      int known = pairs.size();
      int pair = pairs.add(((long) value << 32) | urls.code(row));
      if (pair == known) {
        if (pair == groupOfPair.length) {
          groupOfPair = Arrays.copyOf(groupOfPair, pair * 2);
        }
        ByteSink key = new ByteSink().put(name, 0, name.length);
        put(key, values.texts(), value);
        put(key, urls.texts(), urls.code(row));
        groupOfPair[pair] = groups.group(key.toBytes());
      }
      return groupOfPair[pair];
    }

    private static void put(ByteSink key, TextList texts, int code) {
      key.put(Groups.BETWEEN).put(texts.bytes(), texts.start(code), texts.length(code));
    }
  }
}
