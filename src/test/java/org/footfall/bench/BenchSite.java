package org.footfall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.testing.Await;
import org.footfall.testing.Installation;

/** The one site of the bench, and how its server is watched. */
final class BenchSite {
  private BenchSite() {}

  /** Adds site 1 and returns when the running server knows it. */
  static SiteId add(Installation all) {
    SiteId site =
        new SiteStore(all.database(), Clock.systemUTC(), new LocalChanges())
            .add(
                NewSite.website(
                    "Open Larder",
                    "https://www.openlarder.example",
                    ZoneOffset.UTC,
                    Instant.EPOCH));
    LoadClient probe =
        new LoadClient(
            all.footfall.port(),
            number ->
                ("GET /matomo.php?idsite=" + site + "&rec=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Await.until("the server knows the site", () -> probe.run(1, 1, 1).failures() == 0);
    return site;
  }

  static void awaitPort(int port) {
    Await.until("port " + port + " answers", () -> AcceptBench.answers(port));
  }

  /** The most memory the server's process has held so far. */
  static double peakMegabytes(Installation all) throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(all.footfall.pid()), "status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmHWM");
  }
}
