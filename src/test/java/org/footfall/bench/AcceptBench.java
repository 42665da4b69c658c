package org.footfall.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.footfall.site.SiteId;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;
import org.footfall.tracking.TrackingRequest;

/**
 * Accepting over HTTP at concurrency 64, in turns with the plain LPUSH servlet on the same Redis
 * and with the same memory, so that a busy machine slows both.
 */
final class AcceptBench {
  private static final int CONCURRENCY = 64;
  private static final int TURNS = 3;
  private static final int LEAST_WARM_UP_TURNS = 6;
  private static final int MOST_WARM_UP_TURNS = 15;
  private static final double TURN_SECONDS = 8;
  private static final String HEAP = "-Xmx512m";

  /** Transfers wait meanwhile: accepting alone is measured. */
  private static final String QUIET = "[transfer]\ninterval = \"1 h\"\n";

  private AcceptBench() {}

  static void run(BenchResults results) throws IOException {
    IntFunction<byte[]> requests = requests();
    try (Installation all = Installation.prepare(TestRedis.Log.EVERYSEC, List.of(), QUIET, HEAP)) {
      all.footfall.start();
      BenchSite.add(all);
      int port = freePort();
      Process lpush = lpush(all, port);
      try {
        LoadClient footfall = new LoadClient(all.footfall.port(), requests);
        LoadClient servlet = new LoadClient(port, requests);
        warmUp(footfall);
        warmUp(servlet);
        double ours = 0;
        double theirs = 0;
        double p50 = 0;
        double p99 = 0;
        for (int turn = 0; turn < TURNS; turn++) {
          LoadClient.Result mine = measure(footfall, TURN_SECONDS);
          theirs += measure(servlet, TURN_SECONDS).perSecond() / TURNS;
          all.redis.command("DEL", "bench:list");
          ours += mine.perSecond() / TURNS;
          p50 += mine.p50() / TURNS;
          p99 += mine.p99() / TURNS;
        }
        results.put(
            "accept_requests_per_s",
            ours,
            "requests/s",
            "warm; concurrency 64, Redis everysec; client, server, Redis share 2 cores; Matomo: 314");
        results.put("accept_p50_ms", p50, "ms", "same run");
        results.put("accept_p99_ms", p99, "ms", "same run; Matomo: 68");
        results.put("lpush_requests_per_s", theirs, "requests/s", "plain servlet, pooled LPUSH");
        results.put("accept_ratio_to_servlet_lpush", ours / theirs, "ratio", "same run, in turns");
        results.put("accept_resident_mb", BenchSite.peakMegabytes(all), "MB", "heap 512 MB");
      } finally {
        lpush.destroyForcibly();
      }
    }
  }

  /** The mix in turns with ordinary page views, on the same server. */
  static void runMix(BenchResults results) throws IOException {
    try (Installation all = Installation.prepare(TestRedis.Log.EVERYSEC, List.of(), QUIET, HEAP)) {
      all.footfall.start();
      SiteId site = BenchSite.add(all);
      BenchMix.settle(all, site);
      all.footfall.close();
      all.footfall.start();
      LoadClient mix = new LoadClient(all.footfall.port(), mix(site));
      LoadClient ordinary = new LoadClient(all.footfall.port(), requests());
      warmUp(mix);
      double mixed = 0;
      double plain = 0;
      for (int turn = 0; turn < TURNS; turn++) {
        plain += measure(ordinary, TURN_SECONDS).perSecond() / TURNS;
        mixed += measure(mix, TURN_SECONDS).perSecond() / TURNS;
      }
      Map<String, Double> figures = TransferBench.read(all.footfall.address().resolve("/metrics"));
      if (TransferBench.sum(figures, "footfall_door_hits_total{fate=\"excluded\"") > 0) {
        throw new IOException("hits were excluded at the door");
      }
      results.put("accept_mix_requests_per_s", mixed, "requests/s", BenchMix.TITLE);
      results.put("accept_mix_ratio", mixed / plain, "ratio", "to page views, same run, in turns");
    }
  }

  static void runPower(BenchResults results) throws IOException {
    try (Installation all = Installation.prepare(TestRedis.Log.ALWAYS, List.of(), QUIET, HEAP)) {
      all.footfall.start();
      BenchSite.add(all);
      LoadClient footfall = new LoadClient(all.footfall.port(), requests());
      warmUp(footfall);
      LoadClient.Result result = measure(footfall, 2 * TURN_SECONDS);
      results.put(
          "accept_power_requests_per_s",
          result.perSecond(),
          "requests/s",
          "concurrency 64, appendfsync always");
      results.put("accept_power_p99_ms", result.p99(), "ms", "same run");
    }
  }

  /**
   * Until turns are no faster than those before: then all that matters is compiled. Where two cores
   * are all there is, that takes the better part of a minute, with rests on the way.
   */
  static void warmUp(LoadClient client) throws IOException {
    double best = 0;
    int noFaster = 0;
    for (int turn = 0; turn < MOST_WARM_UP_TURNS; turn++) {
      double rate = measure(client, TURN_SECONDS).perSecond();
      noFaster = rate > best * 1.03 ? 0 : noFaster + 1;
      best = Math.max(best, rate);
      if (turn >= LEAST_WARM_UP_TURNS && noFaster >= 2) {
        return;
      }
    }
  }

  /** So many requests a second, evenly. */
  static LoadClient.Result paced(LoadClient client, int perSecond, int seconds) throws IOException {
    LoadClient.Result result = client.paced(perSecond, seconds);
    if (result.failures() > 0) {
      throw new IOException(result.failures() + " of " + result.requests() + " were refused");
    }
    return result;
  }

  private static LoadClient.Result measure(LoadClient client, double seconds) throws IOException {
    LoadClient.Result result = client.run(CONCURRENCY, 2_000_000, seconds);
    if (result.failures() > 0) {
      throw new IOException(result.failures() + " of " + result.requests() + " were refused");
    }
    return result;
  }

  static IntFunction<byte[]> requests() {
    byte[][] prepared = new byte[4_096][];
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = request(i);
    }
    return number -> prepared[number % prepared.length];
  }

  private static IntFunction<byte[]> mix(SiteId site) {
    BenchMix mix = new BenchMix();
    List<byte[]> prepared = new ArrayList<>();
    new BenchTraffic(site, Instant.now(), 20261126L)
        .generate(4_096, hit -> prepared.add(request(mix.apply(hit))));
    return number -> prepared.get(number % prepared.size());
  }

  /** A hit as a browser sends it, by way of a proxy that tells the address. */
  private static byte[] request(TrackingRequest hit) {
    StringBuilder request =
        new StringBuilder(
            "GET /matomo.php?idsite="
                + hit.site()
                + "&send_image=0&apiv=1&_idn=0&fla=0&java=0&pdf=1&qt=0&realp=0&wma=0&ag=0");
    hit.parameters()
        .forEach(
            (name, value) ->
                request
                    .append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    request
        .append(" HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ")
        .append(hit.userAgent())
        .append("\r\nAccept: */*\r\nAccept-Language: ")
        .append(hit.acceptLanguage())
        .append("\r\nX-Forwarded-For: ")
        .append((hit.address()[0] & 0xff) + "." + (hit.address()[1] & 0xff) + ".0.1");
    hit.clientHints()
        .forEach((name, value) -> request.append("\r\n").append(name).append(": ").append(value));
    request.append("\r\nReferer: https://www.openlarder.example/\r\n\r\n");
    return request.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** What a browser sends, without the body. */
  private static byte[] request(int number) {
    String query =
        "idsite=1&rec=1&send_image=0&apiv=1&r=%06d&h=14&m=3&s=%d&_id=%016x&_idn=0&pv_id=a%05d"
                .formatted(number, number % 60, number * 0x9E3779B97F4A7C15L | 1, number % 100_000)
            + "&fla=0&java=0&pdf=1&qt=0&realp=0&wma=0&ag=0&cookie=1&res=1920x1080&url="
            + URLEncoder.encode(BenchTraffic.url(number), StandardCharsets.UTF_8)
            + "&action_name="
            + URLEncoder.encode(BenchTraffic.title(number), StandardCharsets.UTF_8)
            + "&urlref=https%3A%2F%2Fwww.google.com%2F";
    String head =
        "GET /matomo.php?"
            + query
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
            + BenchTraffic.agent(number % BenchTraffic.USER_AGENTS)
            + "\r\nAccept: */*\r\nAccept-Language: fr-FR,fr;q=0.9,en;q=0.8"
            + "\r\nReferer: https://www.openlarder.example/\r\n\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process lpush(Installation all, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                LpushServer.class.getName(),
                Integer.toString(port),
                Integer.toString(all.redis.address().getPort()))
            .redirectErrorStream(true)
            .redirectOutput(all.folder().resolve("lpush.log").toFile())
            .start();
    BenchSite.awaitPort(port);
    return process;
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
