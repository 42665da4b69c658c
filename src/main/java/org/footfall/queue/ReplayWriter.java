package org.footfall.queue;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.footfall.metrics.Metrics;

/**
 * Puts hits into the queue for as long as a command takes: into Redis beside a running server, or
 * into the spool, which must be nobody's then.
 */
public final class ReplayWriter implements HitQueue, AutoCloseable {
  private static final long STORED_WITHIN_SECONDS = 60;

  private interface Closing {
    void close() throws IOException;
  }

  private final RoundWriter writer;
  private final Closing closing;

  private ReplayWriter(RoundWriter writer, Closing closing) {
    this.writer = writer;
    this.closing = closing;
  }

  /** Opens the queue; when it is the spool, no server may have it open. */
  public static ReplayWriter open(QueueOptions options, int shards, Clock clock)
      throws IOException {
    QueueMetrics metrics = new QueueMetrics(new Metrics());
    RoundSink sink;
    Closing closing;
    if (options.kind() == QueueOptions.Kind.SPOOL) {
      Spool spool = Spool.open(options.spoolDirectory(), shards, options.spoolLimits(), metrics);
      sink = new SpoolSink(spool, metrics);
      closing = spool::close;
    } else {
      RedisConnections redis = new RedisConnections(options.redis());
      StreamWriter stream = new StreamWriter(redis, metrics);
      sink = round -> store(stream, round);
      closing = redis::close;
    }
    return new ReplayWriter(
        new RoundWriter(shards, options.roundLimits(), sink, Runnable::run, clock, metrics),
        closing);
  }

  private static List<Outcome> store(StreamWriter stream, List<HitEntry> round) {
    try {
      return stream.add(round).stream()
          .map(
              answer ->
                  answer.stored()
                      ? Outcome.STORED
                      : Outcome.refused(Refusal.REDIS, answer.refusal()))
          .toList();
    } catch (RedisUnavailable e) {
      return round.stream().map(entry -> Outcome.uncertain(Refusal.REDIS, e)).toList();
    }
  }

  @Override
  public CompletableFuture<Void> put(List<Payload> payloads) {
    return writer.put(payloads);
  }

  /** Returns when all are stored. */
  void store(List<Payload> payloads) throws IOException {
    try {
      put(payloads).get(STORED_WITHIN_SECONDS, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The queue does not take hits now: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    closing.close();
  }
}
