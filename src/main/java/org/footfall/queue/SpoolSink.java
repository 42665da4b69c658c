package org.footfall.queue;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores rounds in the spool, as one group each. */
final class SpoolSink implements RoundSink {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolSink.class);

  private final Spool spool;
  private final QueueMetrics metrics;
  private boolean failing;

  SpoolSink(Spool spool, QueueMetrics metrics) {
    this.spool = spool;
    this.metrics = metrics;
  }

  @Override
  public List<Outcome> store(List<HitEntry> round) {
    return Collections.nCopies(round.size(), append(round));
  }

  private Outcome append(List<HitEntry> round) {
    try {
      spool.append(round);
      metrics.spooled(round);
      failing = false;
      return Outcome.STORED;
    } catch (SpoolFull e) {
      report(e);
      return Outcome.refused(Refusal.SPOOL_FULL, e);
    } catch (IOException e) {
      report(e);
      return Outcome.uncertain(Refusal.SPOOL_FAILED, e);
    }
  }

  /** Once for a series of failures: the counter tells how many. */
  private void report(IOException e) {
    if (!failing) {
      LOG.error("The disk spool cannot take hits: {}", e.toString());
    }
    failing = true;
  }
}
