package org.footfall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.footfall.app.AllSettings;
import org.footfall.config.Config;
import org.footfall.metrics.Metrics;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.queue.QueueSettings;
import org.footfall.site.SiteId;
import org.footfall.testing.Await;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;
import org.footfall.tracking.Shards;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;

/** The way from Redis into MariaDB: hits that wait already, a server that has just started. */
final class TransferBench {
  private static final int SHARDS = 16;
  private static final int GROUP = 1_000;
  private static final String NO_ID = "0000000000000000";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private record Drain(
      double hitsPerSecond, double peakMegabytes, String split, double bytesPerAction) {}

  private TransferBench() {}

  static void run(BenchResults results) throws Exception {
    Drain drain = drain(1_000_000, UnaryOperator.identity());
    results.put(
        "transfer_hits_per_s",
        drain.hitsPerSecond(),
        "hits/s",
        "1,000,000 page views; seconds: " + drain.split() + "; Matomo: 254");
    results.put("transfer_resident_mb", drain.peakMegabytes(), "MB", "heap 512 MB");
    results.put(
        "log_bytes_per_action",
        drain.bytesPerAction(),
        "bytes",
        "level 0, files of the log's tables and visitor rows; Matomo: 419");
  }

  /** Of all that a site may send, not page views alone. */
  static void runMix(BenchResults results, int hits) throws Exception {
    Drain drain = drain(hits, new BenchMix(), BenchMix::settle);
    results.put(
        "transfer_mix_hits_per_s",
        drain.hitsPerSecond(),
        "hits/s",
        String.format(Locale.ROOT, "%,d hits: ", hits)
            + BenchMix.TITLE
            + "; seconds: "
            + drain.split());
    results.put("transfer_mix_resident_mb", drain.peakMegabytes(), "MB", "heap 512 MB");
    results.put(
        "log_mix_bytes_per_action", drain.bytesPerAction(), "bytes", "as log_bytes_per_action");
  }

  /** The same hits with their own ids, with one constant id, and without any. */
  static void runConstantIds(BenchResults results) throws Exception {
    double ordinary = drain(200_000, UnaryOperator.identity()).hitsPerSecond();
    double constant = drain(200_000, hit -> withId(hit, NO_ID)).hitsPerSecond();
    double none = drain(200_000, hit -> withId(hit, "")).hitsPerSecond();
    results.put("transfer_200k_hits_per_s", ordinary, "hits/s", "200,000 ordinary hits");
    results.put("transfer_constant_id_ratio", constant / ordinary, "ratio", "all with " + NO_ID);
    results.put("transfer_no_id_ratio", none / ordinary, "ratio", "none with a visitor id");
  }

  private static Drain drain(int hits, UnaryOperator<TrackingRequest> change) throws Exception {
    return drain(hits, change, (all, site) -> {});
  }

  private static Drain drain(
      int hits, UnaryOperator<TrackingRequest> change, BiConsumer<Installation, SiteId> settle)
      throws Exception {
    try (Installation all =
        Installation.prepare(
            TestRedis.Log.EVERYSEC,
            List.of("--innodb-buffer-pool-size=256M", "--innodb-log-file-size=128M"),
            "[transfer]\ninterval = \"1 s\"\n",
            "-Xmx512m")) {
      all.footfall.start();
      SiteId site = BenchSite.add(all);
      settle.accept(all, site);
      all.footfall.close();
      fill(all, site, hits, change);
      all.footfall.start();
      long begin = System.nanoTime();
      URI metrics = all.footfall.address().resolve("/metrics");
      double before = sum(read(metrics), "footfall_transfer_hits_total");
      Await.until(
          "all hits are in the log",
          300,
          () -> sum(read(metrics), "footfall_transfer_hits_total") >= hits);
      double seconds = (System.nanoTime() - begin) / 1e9;
      Map<String, Double> figures = read(metrics);
      double accepted = sum(figures, "footfall_transfer_hits_total{fate=\"accepted\"");
      if (accepted < hits) {
        throw new IOException("of " + hits + " hits only " + accepted + " were accepted");
      }
      double peak = BenchSite.peakMegabytes(all);
      all.footfall.close();
      all.mariadb.stop();
      return new Drain((hits - before) / seconds, peak, split(figures), bytes(all) / hits);
    }
  }

  private static void fill(
      Installation all, SiteId site, int hits, UnaryOperator<TrackingRequest> change)
      throws Exception {
    Config config = Config.load(all.footfall.configuration(), AllSettings.ALL);
    int shard = Shards.of(site, SHARDS);
    List<Payload> waiting = new ArrayList<>(GROUP);
    try (DurableQueue queue =
        DurableQueue.open(QueueSettings.of(config), SHARDS, Clock.systemUTC(), new Metrics())) {
      new BenchTraffic(site, Instant.now().truncatedTo(ChronoUnit.HOURS), 20261123L)
          .generate(
              hits,
              hit -> {
                byte[] bytes = TrackingRequestCodec.encode(change.apply(hit));
                waiting.add(new Payload(shard, bytes));
                if (waiting.size() == GROUP) {
                  queue.put(List.copyOf(waiting)).join();
                  waiting.clear();
                }
              });
      queue.put(List.copyOf(waiting)).join();
    }
  }

  private static TrackingRequest withId(TrackingRequest hit, String id) {
    Map<String, String> parameters = new HashMap<>(hit.parameters());
    parameters.remove("_id");
    if (!id.isEmpty()) {
      parameters.put("_id", id);
    }
    return new TrackingRequest(
        hit.site(),
        hit.receivedAt(),
        parameters,
        hit.userAgent(),
        hit.acceptLanguage(),
        hit.clientHints(),
        hit.address(),
        hit.addressHash(),
        hit.place(),
        hit.trusted());
  }

  static Map<String, Double> read(URI metrics) {
    Map<String, Double> figures = new TreeMap<>();
    try {
      String text =
          HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      for (String line : text.split("\n")) {
        int blank = line.lastIndexOf(' ');
        if (blank > 0 && !line.startsWith("#")) {
          figures.put(line.substring(0, blank), Double.parseDouble(line.substring(blank + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return figures;
  }

  static double sum(Map<String, Double> figures, String name) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith(name))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static String split(Map<String, Double> figures) {
    StringBuilder split = new StringBuilder();
    figures.forEach(
        (name, value) -> {
          if (name.startsWith("footfall_transfer_step_seconds_sum")) {
            String step = name.replaceAll(".*step=\"([^\"]*)\".*", "$1");
            split.append(String.format(Locale.ROOT, "%s %.1f ", step, value));
          }
        });
    return split.toString().strip();
  }

  /** All that the log takes: its tables' files, those of the visitors included. */
  private static double bytes(Installation all) throws IOException {
    Path schema = all.mariadb.dataFolder().resolve(all.database().config().name());
    long bytes = 0;
    try (Stream<Path> files = Files.list(schema)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".ibd") && (name.startsWith("log_") || name.startsWith("visitor"))) {
          bytes += Files.size(file);
        }
      }
    }
    return (double) bytes;
  }
}
