package org.footfall.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.ingest.TransferStore.Counter;
import org.footfall.ingest.TransferStore.Progress;
import org.footfall.site.SiteId;
import org.footfall.visit.DayState;
import org.footfall.visit.Directory;
import org.footfall.visit.Hit;
import org.footfall.visit.Visit;
import org.footfall.visit.VisitMatcher;
import org.footfall.visit.Visitor;
import org.footfall.visitlog.LogReader;

/**
 * What the transfer knows of a shard: its batch number and marks, and as much as it needs of
 * visits, visitors and counters.
 *
 * <p>All of it is a copy of what the database holds after that batch, and the batch in progress
 * changes it in place. So it is good only as long as every batch is known to be committed: whatever
 * fails, in the batch, at the commit or after it, and when another writer turns out to have been at
 * the shard, the whole state is thrown away and read again. There is no undoing, and nothing that a
 * failed batch changed can be met again. One thread at a time.
 */
final class ShardState implements Directory {
  private static final int KEPT_VISITORS = 20_000;

  private final int number;
  private final TransferStore store;
  private final VisitorStore visitorStore;
  private final OrderStore orders;
  private final OpenDays days;
  private final OrdinalSearch search;
  private final Map<String, Long> marks;
  private final Map<VisitorStore.Key, Optional<Visitor>> visitors = new HashMap<>();
  private final Map<SiteId, SiteCounter> counters = new HashMap<>();
  private long batch;

  /** Of the batch in progress: what must be written. */
  private final Map<Visit, Hit> touched = new LinkedHashMap<>();

  private final Set<VisitorStore.Key> changedVisitors = new HashSet<>();
  private final Set<SiteId> changedCounters = new HashSet<>();
  private final Set<OrderStore.Order> newOrders = new LinkedHashSet<>();

  private static final class SiteCounter {
    long nextVisit;
    int nextVisitor;

    SiteCounter(Counter counter) {
      nextVisit = counter.nextVisit();
      nextVisitor = counter.nextVisitor();
    }

    Counter counter() {
      return new Counter(nextVisit, nextVisitor);
    }
  }

  ShardState(
      int number,
      Progress progress,
      TransferStore store,
      VisitorStore visitorStore,
      OrderStore orders,
      LogReader log,
      TextPool texts) {
    this.number = number;
    this.batch = progress.batch();
    this.marks = new HashMap<>(progress.marks());
    this.store = store;
    this.visitorStore = visitorStore;
    this.orders = orders;
    this.days = new OpenDays(log, texts);
    this.search = new OrdinalSearch(log, days);
  }

  int number() {
    return number;
  }

  /** The last batch that is in the log. */
  long batch() {
    return batch;
  }

  Map<String, Long> marks() {
    return marks;
  }

  /** Looks up the visitors that the hits will ask for, in few statements. */
  void recognise(List<Hit> hits) {
    Map<SiteId, Set<Long>> wanted = new HashMap<>();
    for (Hit hit : hits) {
      long id = hit.identity().visitorId();
      if (id != 0
          && !visitors.containsKey(new VisitorStore.Key(hit.site(), id))
          && !day(hit.site(), hit.day(), hit.time() - VisitMatcher.VISIT_SECONDS)
              .isOpen(id, hit.time())) {
        wanted.computeIfAbsent(hit.site(), site -> new HashSet<>()).add(id);
      }
    }
    wanted.forEach(
        (site, ids) -> {
          Map<Long, Visitor> found = visitorStore.find(site, ids);
          for (long id : ids) {
            visitors.put(new VisitorStore.Key(site, id), Optional.ofNullable(found.get(id)));
          }
        });
  }

  /** The hit was taken into a visit. */
  void note(Hit hit, Visit visit) {
    touched.putIfAbsent(visit, hit);
  }

  /** The visits that the batch changed, each with a hit that did. */
  Map<Visit, Hit> touched() {
    return touched;
  }

  List<VisitorStore.Saved> changedVisitors() {
    return changedVisitors.stream()
        .filter(key -> visitors.get(key).isPresent())
        .map(key -> new VisitorStore.Saved(key, visitors.get(key).get()))
        .toList();
  }

  List<VisitorStore.Key> forgottenVisitors() {
    return changedVisitors.stream().filter(key -> visitors.get(key).isEmpty()).toList();
  }

  Map<SiteId, Counter> changedCounters() {
    Map<SiteId, Counter> changed = new HashMap<>();
    changedCounters.forEach(site -> changed.put(site, counters.get(site).counter()));
    return changed;
  }

  /** The batch in progress is in the log for certain. */
  void committed(TransferBatch done, int mostVisits) {
    batch = done.rows.version();
    marks.putAll(done.marks);
    touched.keySet().forEach(Visit::wasTold);
    touched.clear();
    changedVisitors.clear();
    changedCounters.clear();
    newOrders.clear();
    if (visitors.size() > KEPT_VISITORS) {
      visitors.clear();
    }
    days.shrink(mostVisits);
  }

  int openVisits() {
    return days.visits();
  }

  @Override
  public DayState day(SiteId site, LocalDate day, long since) {
    return days.day(site, day, since);
  }

  @Override
  public Optional<Visitor> visitor(SiteId site, long visitorId) {
    return visitors.computeIfAbsent(
        new VisitorStore.Key(site, visitorId),
        key -> Optional.ofNullable(visitorStore.find(site, List.of(visitorId)).get(visitorId)));
  }

  @Override
  public void remember(SiteId site, long visitorId, Visitor visitor) {
    VisitorStore.Key key = new VisitorStore.Key(site, visitorId);
    visitors.put(key, Optional.of(visitor));
    changedVisitors.add(key);
  }

  @Override
  public void forget(SiteId site, long visitorId) {
    VisitorStore.Key key = new VisitorStore.Key(site, visitorId);
    visitors.put(key, Optional.empty());
    changedVisitors.add(key);
  }

  @Override
  public Optional<Visitor> visitorBefore(
      SiteId site, long visitorId, Visitor visitor, LocalDate day) {
    return search.before(site, visitorId, visitor, day);
  }

  @Override
  public boolean isNewOrder(SiteId site, String orderId) {
    OrderStore.Order order = new OrderStore.Order(site, orderId);
    if (newOrders.contains(order) || orders.has(order)) {
      return false;
    }
    newOrders.add(order);
    return true;
  }

  /** The orders of the batch in progress. */
  Set<OrderStore.Order> newOrders() {
    return newOrders;
  }

  @Override
  public long nextVisitId(SiteId site) {
    changedCounters.add(site);
    return counter(site).nextVisit++;
  }

  @Override
  public int nextVisitorOrdinal(SiteId site) {
    changedCounters.add(site);
    return counter(site).nextVisitor++;
  }

  private SiteCounter counter(SiteId site) {
    return counters.computeIfAbsent(site, s -> new SiteCounter(store.counter(s)));
  }
}
