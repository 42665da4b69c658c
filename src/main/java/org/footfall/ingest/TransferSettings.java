package org.footfall.ingest;

import java.time.Duration;
import java.util.List;
import org.footfall.config.Setting;

/** What an operator may set about the transfer. */
public final class TransferSettings {
  public static final Setting<Duration> INTERVAL =
      Setting.duration(
              "transfer.interval",
              Duration.ofSeconds(10),
              "How often waiting hits are moved into the visit log.")
          .min(Duration.ofSeconds(1))
          .max(Duration.ofHours(1))
          .reloadable();
  public static final Setting<Integer> BATCH =
      Setting.number("transfer.batch", 5_000, "Most hits in one transaction.").min(1).max(50_000);
  public static final Setting<Integer> THREADS =
      Setting.number("transfer.threads", 2, "Threads that read and enrich hits.").min(1).max(64);
  public static final Setting<Integer> OPEN_VISITS =
      Setting.number(
              "transfer.open_visits",
              500_000,
              "Most visits kept in memory that may still go on; about 300 bytes each.")
          .min(1_000)
          .max(100_000_000);

  public static final List<Setting<?>> ALL = List.of(INTERVAL, BATCH, THREADS, OPEN_VISITS);

  private TransferSettings() {}
}
