package org.footfall.ingest;

import java.time.Duration;
import org.footfall.config.Config;
import org.footfall.visit.VisitChoices;
import org.footfall.visit.VisitSettings;

/**
 * How the transfer works.
 *
 * @param shards streams of the queue
 * @param node names this node among those on one database, the same after a restart; at most 64
 *     characters
 * @param batch most hits in one transaction
 * @param threads that read and enrich hits
 * @param openVisits most visits kept in memory, over all shards; see {@link VisitAllowance}
 * @param trimAfter how long committed hits stay in the queue, for when the database loses its last
 *     seconds
 */
public record TransferOptions(
    int shards,
    String node,
    int batch,
    int threads,
    int openVisits,
    Duration trimAfter,
    VisitChoices visits) {
  static final Duration TRIM_AFTER = Duration.ofSeconds(60);

  public static TransferOptions from(Config config, int shards, String node) {
    return new TransferOptions(
        shards,
        node,
        config.get(TransferSettings.BATCH),
        config.get(TransferSettings.THREADS),
        config.get(TransferSettings.OPEN_VISITS),
        TRIM_AFTER,
        VisitSettings.of(config));
  }
}
