package org.footfall.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.store.Query;
import org.footfall.testing.Await;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;

/** 500 sites with ten hits a minute each: what the server takes to keep up, all its jobs on. */
final class SmallSitesBench {
  private static final int SITES = 500;
  private static final int PER_SECOND = 83;
  private static final int SECONDS = 180;

  /** Linux counts a process's time in these. */
  private static final double TICKS = 100;

  private SmallSitesBench() {}

  static void run(BenchResults results) throws Exception {
    try (Installation all =
        Installation.prepare(TestRedis.Log.EVERYSEC, List.of(), "", "-Xmx512m")) {
      all.footfall.start();
      SiteStore sites = new SiteStore(all.database(), Clock.systemUTC(), new LocalChanges());
      for (int site = 0; site < SITES; site++) {
        sites.add(NewSite.website("Site", "https://example.org", ZoneOffset.UTC, Instant.EPOCH));
      }
      LoadClient client = new LoadClient(all.footfall.port(), SmallSitesBench::request);
      Await.until("the server knows the sites", () -> client.run(1, 1, 1).failures() == 0);
      AcceptBench.paced(client, PER_SECOND, 60);
      double before = cpuSeconds(all.footfall.pid());
      AcceptBench.paced(client, PER_SECOND, SECONDS);
      double used = cpuSeconds(all.footfall.pid()) - before;
      results.put(
          "small_sites_core_percent",
          100 * used / SECONDS,
          "%",
          "of one core, whole process, accepting, transfer, compaction and counting; segments: "
              + segments(all));
    }
  }

  private static long segments(Installation all) {
    return all.database()
        .read(
            connection ->
                Query.of(connection, "SELECT COUNT(*) AS there FROM log_segment")
                    .first(row -> row.number("there"))
                    .orElse(0L));
  }

  private static double cpuSeconds(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  private static byte[] request(int number) {
    int visitor = number / 3;
    String query =
        "idsite=%d&rec=1&send_image=0&_id=%016x&url=https%%3A%%2F%%2Fexample.org%%2Fpage%d"
            .formatted(1 + number % SITES, visitor * 0x9E3779B97F4A7C15L | 1, number * 31 % 200);
    return ("GET /matomo.php?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
