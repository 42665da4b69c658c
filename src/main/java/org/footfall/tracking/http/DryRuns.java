package org.footfall.tracking.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.footfall.tracking.DryRun;
import org.footfall.tracking.Explanation;

/**
 * Explains what would become of hits behind the door. That reads the log, so it is done in a thread
 * of its own, one after the other, and never keeps a hit that is to be stored waiting; when many
 * ask at once, some are told no more than the door knows.
 */
final class DryRuns {
  private static final int MOST_WAITING = 8;

  private final DryRun dryRun;
  private final ThreadPoolExecutor thread;

  DryRuns(DryRun dryRun) {
    this.dryRun = dryRun;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread one = new Thread(task, "dry-run");
              one.setDaemon(true);
              return one;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /** Adds the steps behind the door, and hands on the whole. */
  void finish(Explanation door, Consumer<Explanation> to) {
    if (door.hit() == null) {
      to.accept(door);
      return;
    }
    try {
      var unused =
          CompletableFuture.runAsync(() -> dryRun.run(door.hit(), door.trace()), thread)
              .whenComplete(
                  (done, failure) -> {
                    if (failure != null) {
                      door.trace().tell("log", () -> "cannot be read at the moment");
                    }
                    to.accept(door);
                  });
    } catch (RejectedExecutionException e) {
      door.trace().tell("log", () -> "is not read, because too many ask; ask again");
      to.accept(door);
    }
  }
}
