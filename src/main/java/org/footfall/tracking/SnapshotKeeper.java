package org.footfall.tracking;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.footfall.metrics.Metrics;
import org.footfall.site.LocalChanges;
import org.footfall.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Snapshot} fresh.
 *
 * <p>It is renewed every few seconds, and at once, before the change's own call returns, when this
 * process changes a site, an account or a setting. While the database is away the last one goes on
 * being used; a process that starts meanwhile takes the one that an earlier run left in the state
 * directory. A renewal that fails is counted and logged once, and never stops the next.
 */
public final class SnapshotKeeper implements Supplier<Snapshot>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final SnapshotStore store;
  private final SnapshotFile file;
  private final Clock clock;
  private final Gauge renewedAt;
  private final Counter failures;
  private final ScheduledExecutorService timer;
  private volatile Snapshot current;
  private boolean failing;

  /**
   * A keeper that has nothing yet.
   *
   * @param folder the state directory
   */
  public SnapshotKeeper(
      SnapshotStore store, Path folder, LocalChanges changes, Clock clock, Metrics metrics) {
    this.store = store;
    this.file = new SnapshotFile(folder);
    this.clock = clock;
    this.renewedAt =
        metrics.gauge(
            "footfall_snapshot_renewed_seconds",
            "When the sites and settings that hits are judged by were last read, in Unix time.");
    this.failures =
        metrics.counter(
            "footfall_snapshot_failures_total",
            "Times they could not be read, so that older ones went on being used.");
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "snapshot");
              thread.setDaemon(true);
              return thread;
            });
    changes.listen(this::renewIfStarted);
  }

  /**
   * Gets the first snapshot, from the database or else from the file, and begins to renew it.
   *
   * @throws DatabaseException when the database is away and there is no file
   */
  public void start(Duration interval) {
    try {
      renew();
    } catch (DatabaseException e) {
      current = new Snapshot(fromFile().orElseThrow(() -> e));
      failed(e);
    }
    long millis = interval.toMillis();
    var unused =
        timer.scheduleWithFixedDelay(this::renewIfStarted, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Whether an earlier run left a snapshot in this state directory. */
  public static boolean isKeptIn(Path folder) {
    return new SnapshotFile(folder).exists();
  }

  /** The latest snapshot. */
  public Snapshot current() {
    return current;
  }

  @Override
  public Snapshot get() {
    return current;
  }

  /** Lets a renewal that is going on finish, for a while. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** A timer forgets a task that throws, so nothing may; what it was is counted and logged. */
  private void renewIfStarted() {
    if (current == null) {
      return;
    }
    try {
      renew();
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private synchronized void renew() {
    SnapshotData data = store.load();
    current = new Snapshot(data);
    renewedAt.set(clock.instant().toEpochMilli() / 1_000.0);
    try {
      file.save(data);
    } catch (IOException e) {
      LOG.warn(
          "Cannot write {}: {}. Hits could not be taken after a start while the database is"
              + " away.",
          file,
          e.toString());
    }
    if (failing) {
      failing = false;
      LOG.info("Sites and settings are read from the database again.");
    }
  }

  private synchronized void failed(RuntimeException e) {
    failures.inc();
    if (!failing) {
      failing = true;
      LOG.warn("Sites and settings cannot be read; the last known ones are used. {}", e.toString());
    }
  }

  private Optional<SnapshotData> fromFile() {
    try {
      return file.load();
    } catch (IOException e) {
      LOG.warn("Cannot use {}: {}", file, e.toString());
      return Optional.empty();
    }
  }
}
