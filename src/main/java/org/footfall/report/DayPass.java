package org.footfall.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footfall.segment.Segment;
import org.footfall.segment.Selected;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.DamagedSegmentException;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;

/**
 * Counts one day, part by part, in one pass over the columns that the wanted sources name. Visitors
 * are in one part only, so the counts of parts add up.
 */
final class DayPass {
  /** A day has some dozen segments at most, but for those of batches that wait. */
  private static final int MOST_DAMAGED = 1_000;

  private final LogSnapshot log;
  private final int site;
  private final ZoneHistory zones;
  private final Segment segment;
  private final int mostRows;

  DayPass(LogSnapshot log, int site, ZoneHistory zones, Segment segment, int mostRows) {
    this.log = log;
    this.site = site;
    this.zones = zones;
    this.segment = segment;
    this.mostRows = mostRows;
  }

  /** What sources count of a day. */
  Map<Source, Counts> count(LocalDate day, Set<Source> sources) throws ReportRefused {
    DamagedSegmentException damage = null;
    for (int tries = 0; tries < MOST_DAMAGED; tries++) {
      try {
        return countOnce(day, sources);
      } catch (DamagedSegmentException e) {
        // It is set aside by now, so the day has one segment less.
        damage = e;
      }
    }
    throw damage;
  }

  private Map<Source, Counts> countOnce(LocalDate day, Set<Source> sources) throws ReportRefused {
    Map<Source, Merging> merging = new EnumMap<>(Source.class);
    for (Source source : sources) {
      merging.put(source, new Merging(source, mostRows, Merging.PARTS_WAITING));
    }
    List<LogPart> parts = log.parts(site, day);
    for (LogPart part : parts) {
      PartRows rows = rows(part, sources);
      for (Source source : sources) {
        if (Thread.currentThread().isInterrupted()) {
          throw ReportRefused.interrupted();
        }
        merging.get(source).add(count(source, rows, day));
      }
    }
    Map<Source, Counts> counted = new EnumMap<>(Source.class);
    for (Source source : sources) {
      Counts all = merging.remove(source).all();
      boolean several = source.ofTotals() && parts.size() > 1;
      if (several) {
        all = ((Groups) all).with(Metric.USERS, users(parts, source));
      }
      counted.put(source, source.ofPages() ? PageConversions.ofDay((Groups) all) : all);
    }
    return counted;
  }

  /** A user may have visitors in several parts, who are counted once in the totals. */
  private long users(List<LogPart> parts, Source source) {
    List<Who> who = new ArrayList<>();
    for (LogPart part : parts) {
      who.add(new VisitPass(rows(part, Set.of(source.who()))).who(source.who()));
    }
    return Who.all(who).users().length;
  }

  private Counts count(Source source, PartRows rows, LocalDate day) {
    if (source.ofWho()) {
      return new VisitPass(rows).who(source);
    }
    if (source.ofPages()) {
      return new PagePass(rows, source).count();
    }
    if (source.occurrences() != null) {
      return new OccurrencePass(rows, source, zones).count();
    }
    if (source == Source.DIMENSION_OF_ACTION) {
      return new DimensionPass(rows).count();
    }
    if (source.ofItems()) {
      return new ItemPass(rows, source).count();
    }
    return source == Source.ACTION
        ? new ActionPass(rows).count()
        : new VisitPass(rows).count(source, day, zones);
  }

  private Set<Column> visitColumns(Set<Source> sources) {
    Set<Column> columns = new HashSet<>(segment.visitColumns());
    sources.forEach(source -> columns.addAll(source.visitColumns()));
    return columns;
  }

  private Set<Column> actionColumns(Set<Source> sources) {
    Set<Column> columns = new HashSet<>(segment.actionColumns());
    sources.forEach(source -> columns.addAll(source.actionColumns()));
    return columns;
  }

  private PartRows rows(LogPart part, Set<Source> sources) {
    Set<Column> ofVisits = visitColumns(sources);
    Set<Column> ofActions = actionColumns(sources);
    boolean counted = sources.stream().anyMatch(source -> !source.actionColumns().isEmpty());
    if (counted) {
      ofActions.add(Columns.VISITOR_BEFORE);
    }
    boolean converting = sources.stream().anyMatch(Source::countsConversions);
    if (converting) {
      ofVisits.addAll(Conversions.VISIT_COLUMNS);
    }
    LogTable visits = part.visits(ofVisits);
    if (converting && Conversions.areIn(visits)) {
      ofActions.addAll(Conversions.ACTION_COLUMNS);
      counted = true;
    }
    LogTable actions = ofActions.isEmpty() ? null : part.actions(ofActions);
    Selected selected = segment.isAll() ? null : segment.in(visits, actions, zones);
    return new PartRows(
        visits, counted ? actions : null, selected == null ? null : selected.visits());
  }
}
