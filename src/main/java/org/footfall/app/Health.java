package org.footfall.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.footfall.store.DatabaseException;

/**
 * Looks at all checks at the same time, each with the same time limit, every time it is asked. A
 * check that hangs keeps its thread; when too many hang, further ones fail at once instead of
 * piling up.
 */
final class Health implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int ROUNDS_AT_ONCE = 4;

  /** What one look found. */
  record Finding(String name, boolean ok, String detail, long millis) {}

  private final Duration limit;
  private final List<HealthCheck> checks;
  private final ThreadPoolExecutor threads;

  Health(List<HealthCheck> checks) {
    this(checks, LIMIT);
  }

  Health(List<HealthCheck> checks, Duration limit) {
    this.limit = limit;
    this.checks = List.copyOf(checks);
    this.threads =
        new ThreadPoolExecutor(
            0,
            Math.max(1, checks.size() * ROUNDS_AT_ONCE),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<Finding> look() throws InterruptedException {
    long begin = System.nanoTime();
    List<Future<Finding>> looks = new ArrayList<>();
    for (HealthCheck check : checks) {
      looks.add(submit(check));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      findings.add(await(checks.get(i).name(), looks.get(i), begin + limit.toNanos()));
    }
    return findings;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Future<Finding> submit(HealthCheck check) {
    try {
      return threads.submit(() -> look(check));
    } catch (RejectedExecutionException e) {
      FutureTask<Finding> refused =
          new FutureTask<>(
              () -> new Finding(check.name(), false, "earlier checks have not come back", 0));
      refused.run();
      return refused;
    }
  }

  private static Finding look(HealthCheck check) throws Exception {
    long begin = System.nanoTime();
    String found;
    boolean ok = true;
    try {
      found = check.look().look();
    } catch (DatabaseException e) {
      ok = false;
      found = e.getMessage();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    return new Finding(check.name(), ok, found, millis);
  }

  private Finding await(String name, Future<Finding> look, long deadline)
      throws InterruptedException {
    try {
      return look.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      look.cancel(true);
      return new Finding(
          name, false, "no answer within " + limit.toMillis() + " ms", limit.toMillis());
    } catch (ExecutionException e) {
      return new Finding(name, false, String.valueOf(e.getCause().getMessage()), 0);
    }
  }
}
