package org.footfall.queue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that complete futures, so that what hangs on them does not hold up the writer. */
final class AnswerThreads {
  private static final int THREADS = 2;

  private AnswerThreads() {}

  static ExecutorService create() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        THREADS,
        task -> {
          Thread thread = new Thread(task, "footfall-queue-answer-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
