package org.footfall.report.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.report.ReportRefused;
import org.footfall.report.flow.FlowQuery.Naming;
import org.footfall.report.live.ActionCode;
import org.footfall.segment.Selected;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * Counts the ways through one page, part by part.
 *
 * <p>The log says of each action which page or search was open before it. So one look at each
 * action tells both ends of a way: an action that is a view of the page tells where its visitor
 * came from, one before which the page was open tells where the visitor went. A view of the page
 * with the page before it is a loop and no way. What is neither page nor search nor leads away (an
 * event, content) is no way, too. How a visitor came from outside is told by visits that began with
 * the page.
 *
 * <p>Texts are compared once for each distinct one; of a row only its codes are looked at.
 */
final class FlowCount {
  /** More ways than that at once would be no answer any more. */
  private static final int MOST_STEPS = 200_000;

  private static final Comparator<Step> MOST_FIRST =
      Comparator.comparingLong(Step::count)
          .reversed()
          .thenComparing(Step::prefix)
          .thenComparing(Step::name);
  private static final int WEBSITE = 3;
  private static final int CAMPAIGN = 6;
  private static final int ASSISTANT = 8;

  private final FlowQuery query;
  private final boolean assistantsApart;
  private final boolean byTitle;
  private long views;
  private long loops;
  private final Map<Way, Map<String, Step>> steps = new EnumMap<>(Way.class);
  private final Map<Origin, Origin> origins = new LinkedHashMap<>();

  FlowCount(FlowQuery query, boolean assistantsApart) {
    this.query = query;
    this.assistantsApart = assistantsApart;
    this.byTitle = query.naming() == Naming.TITLE;
  }

  void add(LogPart part) throws ReportRefused {
    LogTable visits = part.visits(visitColumns());
    LogTable actions = part.actions(actionColumns());
    Selected selected =
        query.segment().isAll() ? null : query.segment().in(visits, actions, query.site().zones());
    addOrigins(visits, selected);
    addSteps(visits, actions, selected);
  }

  private Set<Column> visitColumns() {
    Set<Column> columns = new HashSet<>(query.segment().visitColumns());
    columns.addAll(
        List.of(
            Columns.VISIT_ID,
            byTitle ? Columns.ENTRY_TITLE : Columns.ENTRY_URL,
            Columns.REFERRER_TYPE,
            Columns.REFERRER_NAME,
            Columns.REFERRER_KEYWORD,
            Columns.REFERRER_URL));
    return columns;
  }

  private Set<Column> actionColumns() {
    Set<Column> columns = new HashSet<>(query.segment().actionColumns());
    columns.addAll(
        List.of(
            Columns.ACTION_VISIT_ID,
            Columns.KIND,
            Columns.URL,
            Columns.URL_PREFIX,
            Columns.TITLE,
            byTitle ? Columns.PREVIOUS_TITLE : Columns.PREVIOUS_URL,
            Columns.PREVIOUS_SEARCH));
    return columns;
  }

  private void addOrigins(LogTable visits, Selected selected) throws ReportRefused {
    TextColumn entries = visits.text(byTitle ? Columns.ENTRY_TITLE : Columns.ENTRY_URL);
    int here = code(entries);
    for (int row = 0; here >= 0 && row < visits.rows(); row++) {
      if (entries.code(row) == here && (selected == null || selected.has(row))) {
        Origin origin = origin(visits, row);
        origins.merge(new Origin(origin.type(), origin.name(), 0), origin, Origin::plus);
      }
    }
    checkOrigins();
  }

  private void checkOrigins() throws ReportRefused {
    if (origins.size() > MOST_STEPS) {
      throw ReportRefused.tooManyRows(MOST_STEPS);
    }
  }

  private Origin origin(LogTable visits, int row) {
    int type = (int) visits.number(Columns.REFERRER_TYPE).get(row);
    String name = visits.text(Columns.REFERRER_NAME).get(row);
    if (type == WEBSITE || (type == ASSISTANT && !assistantsApart)) {
      return new Origin(WEBSITE, visits.text(Columns.REFERRER_URL).get(row), 1);
    }
    String keyword = visits.text(Columns.REFERRER_KEYWORD).get(row);
    return new Origin(type, type == CAMPAIGN ? (name + " " + keyword).trim() : name, 1);
  }

  private void addSteps(LogTable visits, LogTable actions, Selected selected) throws ReportRefused {
    TextColumn names = actions.text(byTitle ? Columns.TITLE : Columns.URL);
    TextColumn previous = actions.text(byTitle ? Columns.PREVIOUS_TITLE : Columns.PREVIOUS_URL);
    int here = code(names);
    int before = code(previous);
    if (here < 0) {
      return;
    }
    NumberColumn ids = visits.number(Columns.VISIT_ID);
    NumberColumn owners = actions.number(Columns.ACTION_VISIT_ID);
    NumberColumn kinds = actions.number(Columns.KIND);
    int visit = 0;
    int sights = 0; // pages and searches of the visit so far
    for (int row = 0; row < actions.rows(); row++) {
      sights = row > 0 && owners.get(row) != owners.get(row - 1) ? 0 : sights;
      boolean second = sights == 1;
      sights += isSight(kinds.get(row)) ? 1 : 0;
      boolean seen = names.code(row) == here && kinds.get(row) == ActionCode.PAGE_VIEW;
      boolean open = previous.code(row) == before;
      if (!seen && !open) {
        continue;
      }
      while (visit < visits.rows() && ids.get(visit) < owners.get(row)) {
        visit++;
      }
      boolean known = visit < visits.rows() && ids.get(visit) == owners.get(row);
      if (!known || (selected != null && !selected.has(visit))) {
        continue;
      }
      if (seen) {
        views++;
        loops += open ? 1 : 0;
      }
      if (seen && !open) {
        cameFrom(actions, previous, row, second);
      } else if (!seen) {
        wentTo(actions, names, (int) kinds.get(row), row);
      }
    }
  }

  private static boolean isSight(long kind) {
    return kind == ActionCode.PAGE_VIEW || kind == ActionCode.SEARCH;
  }

  /**
   * A search that a visit began with is where it came in from, and no way within the site; so
   * Matomo has it.
   */
  private void cameFrom(LogTable actions, TextColumn previous, int row, boolean second)
      throws ReportRefused {
    String page = previous.get(row);
    if (page.isEmpty() && !second) {
      add(Way.FROM_SEARCH, actions.text(Columns.PREVIOUS_SEARCH).get(row), 0);
    } else if (!page.isEmpty()) {
      add(Way.FROM_PAGE, page, 0);
    }
  }

  private void wentTo(LogTable actions, TextColumn names, int kind, int row) throws ReportRefused {
    switch (kind) {
      case ActionCode.PAGE_VIEW -> add(Way.TO_PAGE, names.get(row), 0);
      case ActionCode.SEARCH -> add(Way.TO_SEARCH, actions.text(Columns.TITLE).get(row), 0);
      case ActionCode.OUTLINK -> addAddress(Way.TO_OUTLINK, actions, row);
      case ActionCode.DOWNLOAD -> addAddress(Way.TO_DOWNLOAD, actions, row);
      default -> {}
    }
  }

  private void addAddress(Way way, LogTable actions, int row) throws ReportRefused {
    int prefix = (int) actions.number(Columns.URL_PREFIX).get(row);
    add(way, actions.text(Columns.URL).get(row), prefix);
  }

  /** What has no name leads nowhere that could be told. */
  private void add(Way way, String name, int prefix) throws ReportRefused {
    if (name.isEmpty()) {
      return;
    }
    Map<String, Step> known = steps.computeIfAbsent(way, key -> new LinkedHashMap<>());
    known.merge(name, new Step(name, prefix, 1), Step::plus);
    if (known.size() > MOST_STEPS) {
      throw ReportRefused.tooManyRows(MOST_STEPS);
    }
  }

  /** The page's code in a column; −1 where it is not. */
  private int code(TextColumn column) {
    for (int code = 0; code < column.codes(); code++) {
      if (column.value(code).equals(query.name())) {
        return code;
      }
    }
    return -1;
  }

  void add(FlowCount other) throws ReportRefused {
    views += other.views;
    loops += other.loops;
    for (Map.Entry<Way, Map<String, Step>> way : other.steps.entrySet()) {
      Map<String, Step> known = steps.computeIfAbsent(way.getKey(), key -> new LinkedHashMap<>());
      way.getValue().forEach((name, step) -> known.merge(name, step, Step::plus));
      if (known.size() > MOST_STEPS) {
        throw ReportRefused.tooManyRows(MOST_STEPS);
      }
    }
    other.origins.forEach((key, origin) -> origins.merge(key, origin, Origin::plus));
    checkOrigins();
  }

  PageFlow result() {
    Map<Way, List<Step>> sorted = new EnumMap<>(Way.class);
    steps.forEach(
        (way, known) -> sorted.put(way, known.values().stream().sorted(MOST_FIRST).toList()));
    // Of origins alike, the one met first stays first.
    List<Origin> came = new ArrayList<>(origins.values());
    came.sort(
        Comparator.comparingInt(Origin::type)
            .thenComparing(Comparator.comparingLong(Origin::visits).reversed()));
    return new PageFlow(views, loops, sorted, came);
  }
}
