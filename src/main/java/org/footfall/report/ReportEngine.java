package org.footfall.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.footfall.metrics.Metrics;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.visitlog.LogSnapshot;

/**
 * Answers report queries: in a few threads of its own, within limits of time, rows and memory, so
 * that no reader can hold up those who write or each other for ever.
 */
public final class ReportEngine implements AutoCloseable {
  private final Snapshots log;
  private final ReportLimits limits;
  private final Presentation presentation;
  private final CountStore store = new CountStore();
  private final CountCache cache;
  private final ThreadPoolExecutor pool;

  /** Where snapshots of the log come from. */
  public interface Snapshots {
    <T> T snapshot(Function<LogSnapshot, T> work);
  }

  public ReportEngine(Snapshots log, ReportLimits limits) {
    this(log, limits, Presentation.PLAIN);
  }

  public ReportEngine(Snapshots log, ReportLimits limits, Presentation presentation) {
    this.presentation = presentation;
    this.log = log;
    this.limits = limits;
    this.cache = new CountCache(limits.cacheBytes());
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(limits.waiting()),
            work -> {
              Thread thread = new Thread(work, "report-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** How it presents what was counted. */
  public Presentation presentation() {
    return presentation;
  }

  /** The table of a query for one period. */
  public DataTable table(ReportQuery query) throws ReportRefused {
    return tables(query).get(0);
  }

  /**
   * A table for each period, in order; an empty one where nothing was measured.
   *
   * @throws ReportRefused when it would go beyond a limit
   * @throws RuntimeException what reading the log failed with
   */
  public List<DataTable> tables(ReportQuery query) throws ReportRefused {
    return inTurn(() -> make(query));
  }

  /** What is wanted of the log and is no report. */
  public interface Reading<T> {
    T of(LogSnapshot log) throws ReportRefused;
  }

  /**
   * Reads the log as it is at one moment, in turn with reports and within their time.
   *
   * @throws ReportRefused when it would go beyond a limit
   * @throws RuntimeException what reading the log failed with
   */
  public <T> T read(Reading<T> reading) throws ReportRefused {
    return inTurn(() -> inSnapshot(reading));
  }

  private <T> T inTurn(Callable<T> work) throws ReportRefused {
    Future<T> answer;
    try {
      answer = pool.submit(work);
    } catch (RejectedExecutionException e) {
      throw pool.isShutdown() ? ReportRefused.stopping() : ReportRefused.busy();
    }
    try {
      return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw ReportRefused.tookTooLong(limits.time());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw ReportRefused.stopping();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReportRefused refused) {
        throw refused;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a report failed", e.getCause());
    }
  }

  /** Makes tables in the caller's thread. */
  List<DataTable> make(ReportQuery query) throws ReportRefused {
    return inSnapshot(
        query.site(),
        query.segment(),
        false,
        counting -> new ReportMaker(counting, cache, query, presentation).tables(query.periods()));
  }

  /** Work on counts that may be refused. */
  interface Work<T> {
    T with(Counting counting) throws ReportRefused;
  }

  /**
   * Counts of one moment, in the caller's thread.
   *
   * @param together whether all sources are wanted of each day
   */
  <T> T inSnapshot(Site site, Segment segment, boolean together, Work<T> work)
      throws ReportRefused {
    return inSnapshot(snapshot -> work.with(counting(snapshot, site, segment, together)));
  }

  /** Work on counts of several segments. */
  interface SharedWork {
    void with(List<Counting> countings) throws ReportRefused;
  }

  /** As {@link #inSnapshot(Site, Segment, boolean, Work)}, of several segments, all sources. */
  void inSnapshot(Site site, List<Segment> segments, SharedWork work) throws ReportRefused {
    boolean unused =
        inSnapshot(
            snapshot -> {
              work.with(
                  segments.stream()
                      .map(segment -> counting(snapshot, site, segment, true))
                      .toList());
              return true;
            });
  }

  private Counting counting(LogSnapshot snapshot, Site site, Segment segment, boolean together) {
    return new Counting(
        snapshot, cache, store, site.id().value(), site.zones(), segment, limits.rows(), together);
  }

  private <T> T inSnapshot(Reading<T> reading) throws ReportRefused {
    Made<T> made =
        log.snapshot(
            snapshot -> {
              try {
                return new Made<>(reading.of(snapshot), null);
              } catch (ReportRefused e) {
                return new Made<>(null, e);
              }
            });
    if (made.refused() != null) {
      throw made.refused();
    }
    return made.result();
  }

  /** What came out of a snapshot, through which checked exceptions cannot pass. */
  private record Made<T>(T result, ReportRefused refused) {}

  /** Shows the figures of this engine. */
  public void show(Metrics metrics) {
    metrics.observed(
        "footfall_report_cache_bytes",
        "Memory that counts of days and periods take",
        "of",
        () -> Map.of("counts", cache.weight()));
  }

  /** Refuses new queries and interrupts those that run. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
