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
    Map<Source, List<Groups>> groups = new EnumMap<>(Source.class);
    Map<Source, List<Who>> who = new EnumMap<>(Source.class);
    for (LogPart part : log.parts(site, day)) {
      PartRows rows = rows(part, sources);
      for (Source source : sources) {
        if (Thread.currentThread().isInterrupted()) {
          throw ReportRefused.interrupted();
        }
        if (source.ofWho()) {
          who.computeIfAbsent(source, s -> new ArrayList<>()).add(new VisitPass(rows).who(source));
        } else {
          groups.computeIfAbsent(source, s -> new ArrayList<>()).add(count(source, rows, day));
        }
      }
    }
    Map<Source, Counts> counted = new EnumMap<>(Source.class);
    for (Source source : sources) {
      if (source.ofWho()) {
        counted.put(source, Who.all(who.getOrDefault(source, List.of())));
      } else {
        List<Groups> parts = groups.getOrDefault(source, List.of());
        Groups all = GroupMerge.of(source.layout(), parts, mostRows);
        counted.put(
            source,
            source.ofTotals() && parts.size() > 1
                ? all.with(Metric.USERS, users(day, source))
                : all);
      }
    }
    return counted;
  }

  /** A user may have visitors in several parts, who are counted once in the totals. */
  private long users(LocalDate day, Source source) {
    List<Who> who = new ArrayList<>();
    for (LogPart part : log.parts(site, day)) {
      who.add(new VisitPass(rows(part, Set.of(source.who()))).who(source.who()));
    }
    return Who.all(who).users().length;
  }

  private Groups count(Source source, PartRows rows, LocalDate day) {
    if (source.ofPages()) {
      return new PagePass(rows, source).count();
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
    LogTable visits = part.visits(ofVisits);
    LogTable actions = ofActions.isEmpty() ? null : part.actions(ofActions);
    Selected selected = segment.isAll() ? null : segment.in(visits, actions, zones);
    return new PartRows(
        visits, counted ? actions : null, selected == null ? null : selected.visits());
  }
}
