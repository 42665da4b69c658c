package org.footfall.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has started, so that it can be stopped in the opposite order, whatever happens on the way.
 *
 * <p>Whoever starts a part adds it at once; when a later part fails to start, {@link #stop} ends
 * exactly what was there. Each part is stopped in a thread of its own with a deadline: one that
 * throws or hangs is named in the log, and the next one has its turn.
 */
public final class Lifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  /** How a part ends. */
  @FunctionalInterface
  public interface Stop {
    void stop() throws Exception;
  }

  private record Part(String name, Duration deadline, Stop stop) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean stopped;

  /** Remembers a part that has just started. */
  public synchronized void started(String name, Duration deadline, Stop stop) {
    if (stopped) {
      throw new IllegalStateException("stopping already");
    }
    parts.push(new Part(name, deadline, stop));
  }

  /** Stops everything, last started first. Later calls wait for the first and do nothing. */
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    long begin = System.nanoTime();
    while (!parts.isEmpty()) {
      stop(parts.pop());
    }
    LOG.info("stopped in {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  private static void stop(Part part) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              part.stop().stop();
              return null;
            });
    Thread thread = new Thread(task, "stop " + part.name());
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(part.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("{} did not stop within {} s; going on", part.name(), part.deadline().toSeconds());
      thread.interrupt();
    } catch (ExecutionException e) {
      LOG.warn("{} failed to stop", part.name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("interrupted while stopping {}; going on", part.name());
    }
  }
}
