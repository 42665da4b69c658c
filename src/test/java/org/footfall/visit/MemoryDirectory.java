package org.footfall.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.site.SiteId;

/** A directory that keeps everything in memory. */
public final class MemoryDirectory implements Directory {
  private final Map<String, DayState> days = new HashMap<>();
  private final Map<String, Visitor> visitors = new HashMap<>();
  private final Map<SiteId, Long> visitIds = new HashMap<>();
  private final Map<SiteId, Integer> ordinals = new HashMap<>();
  private final Set<String> orders = new HashSet<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Map<Visit, LocalDate> dayOf = new HashMap<>();

  /** Tells the directory of a visit that a hit was taken into, as the log would know it. */
  public void note(Hit hit, Outcome outcome) {
    if (outcome.visit() != null && dayOf.putIfAbsent(outcome.visit(), hit.day()) == null) {
      visits.add(outcome.visit());
    }
  }

  public List<Visit> visits() {
    return visits;
  }

  @Override
  public DayState day(SiteId site, LocalDate day, long since) {
    return days.computeIfAbsent(site + "/" + day, key -> new DayState(List.of(), Long.MIN_VALUE));
  }

  @Override
  public Optional<Visitor> visitor(SiteId site, long visitorId) {
    return Optional.ofNullable(visitors.get(site + "/" + visitorId));
  }

  @Override
  public void remember(SiteId site, long visitorId, Visitor visitor) {
    visitors.put(site + "/" + visitorId, visitor);
  }

  @Override
  public void forget(SiteId site, long visitorId) {
    visitors.remove(site + "/" + visitorId);
  }

  @Override
  public Optional<Visitor> visitorBefore(
      SiteId site, long visitorId, Visitor visitor, LocalDate day) {
    return visits.stream()
        .filter(visit -> visit.visitorOrdinal == visitor.ordinal())
        .filter(visit -> dayOf.get(visit).isBefore(day))
        .max(Comparator.comparingLong(visit -> visit.lastAction))
        .map(Visit::visitor);
  }

  @Override
  public boolean isNewOrder(SiteId site, String orderId) {
    return orders.add(site + "/" + orderId);
  }

  @Override
  public long nextVisitId(SiteId site) {
    return visitIds.merge(site, 1L, Long::sum);
  }

  @Override
  public int nextVisitorOrdinal(SiteId site) {
    return ordinals.merge(site, 1, Integer::sum);
  }
}
