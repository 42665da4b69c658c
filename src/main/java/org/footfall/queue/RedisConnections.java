package org.footfall.queue;

import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Lends connections, each to one borrower, and notices when Redis is another one than before: a
 * restart breaks every connection, and every new connection asks for the run id.
 */
final class RedisConnections implements AutoCloseable {
  private static final int KEPT = 8;

  /** What is done with a connection. */
  interface Work<T> {
    T with(RedisConnection connection) throws RedisUnavailable;
  }

  private final QueueOptions.Redis options;
  private final ConcurrentLinkedDeque<RedisConnection> free = new ConcurrentLinkedDeque<>();
  private String runId;
  private int epoch;
  private volatile boolean closed;

  RedisConnections(QueueOptions.Redis options) {
    this.options = options;
  }

  /**
   * Does work with a connection. One that was kept may have been closed by Redis meanwhile; then
   * the work is done once more with a new one, which must be right for it.
   */
  <T> T call(Work<T> work) throws RedisUnavailable {
    RedisConnection kept = free.pollFirst();
    if (kept != null) {
      try {
        return call(kept, work);
      } catch (RedisUnavailable e) {
        if (kept.usable() || e.isTimeout()) {
          throw e;
        }
      }
    }
    return call(open(), work);
  }

  /** Does work with a connection to one run of Redis; fails when another one answers. */
  <T> T call(int wanted, Work<T> work) throws RedisUnavailable {
    return call(
        connection -> {
          if (epoch() != wanted) {
            throw new RedisUnavailable("Redis was started anew", null);
          }
          return work.with(connection);
        });
  }

  private <T> T call(RedisConnection connection, Work<T> work) throws RedisUnavailable {
    boolean done = false;
    try {
      T result = work.with(connection);
      done = true;
      return result;
    } finally {
      if ((done || connection.usable()) && isCurrent(connection)) {
        free.addFirst(connection);
      } else {
        connection.close();
      }
    }
  }

  private synchronized boolean isCurrent(RedisConnection connection) {
    return !closed && free.size() < KEPT && connection.runId().equals(runId);
  }

  private RedisConnection open() throws RedisUnavailable {
    if (closed) {
      throw new RedisUnavailable("the queue is closed", null);
    }
    RedisConnection connection = RedisConnection.open(options);
    synchronized (this) {
      if (!connection.runId().equals(runId)) {
        runId = connection.runId();
        epoch++;
        closeFree();
      }
    }
    return connection;
  }

  /** Grows whenever another run of Redis answers; what was learnt before may no longer be true. */
  synchronized int epoch() {
    return epoch;
  }

  private void closeFree() {
    for (RedisConnection old = free.pollFirst(); old != null; old = free.pollFirst()) {
      old.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    closeFree();
  }
}
