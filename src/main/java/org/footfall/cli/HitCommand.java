package org.footfall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.account.AccountStore;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.enrich.referrer.ReferrerSpam;
import org.footfall.ingest.DryTransfer;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.DailySaltStore;
import org.footfall.privacy.IpText;
import org.footfall.site.SiteStores;
import org.footfall.tracking.Acceptance;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.DoorRules;
import org.footfall.tracking.Explanation;
import org.footfall.tracking.Limits;
import org.footfall.tracking.RawRequest;
import org.footfall.tracking.Snapshot;
import org.footfall.tracking.SnapshotStore;
import org.footfall.tracking.TrackingFailures;
import org.footfall.visit.VisitSettings;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall hit}. */
@Command(name = "hit", description = "Tells what becomes of hits.")
final class HitCommand extends GroupCommand {
  @Command(
      name = "explain",
      description = {
        "Takes a hit through every step and prints what each decides. Nothing is stored.",
        "Hits that still wait in the queue are not seen."
      },
      footer = {
        "",
        "Examples:",
        "  footfall hit explain 'idsite=1&rec=1&url=https://shop.example/'",
        "  footfall hit explain 'https://stats.example/matomo.php?idsite=1&rec=1' -a 192.0.2.7"
      })
  int explain(
      @Parameters(
              paramLabel = "QUERY",
              description = "The parameters, as they stand in an address; or the whole address.")
          String query,
      @Option(
              names = {"-a", "--address"},
              paramLabel = "IP",
              defaultValue = "",
              description = "Whom it comes from.")
          String address,
      @Option(
              names = {"-H", "--header"},
              paramLabel = "NAME=VALUE",
              description = "A header, such as User-Agent or Cookie; may be given several times.")
          Map<String, String> headers)
      throws Exception {
    byte[] from = IpText.parse(address);
    if (from.length == 0 && !address.isEmpty()) {
      throw new Refusal("This is no IP address: " + address);
    }
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (headers != null) {
      sent.putAll(headers);
    }
    try (Installation installation = open()) {
      RawRequest raw =
          new RawRequest(
              true,
              parameters(query),
              null,
              new byte[0],
              sent::get,
              from,
              installation.clock().instant());
      out().print(explain(installation, raw).text());
      out().flush();
      return 0;
    } catch (IllegalArgumentException e) {
      throw new Refusal(e.getMessage());
    }
  }

  private static Explanation explain(Installation installation, RawRequest raw) throws Exception {
    SiteStores stores = installation.stores();
    Snapshot snapshot =
        new SnapshotStore(
                installation.database(),
                stores,
                new AccountStore(installation.database()),
                new DailySaltStore(installation.database()),
                installation.clock())
            .snapshot();
    Metrics metrics = new Metrics();
    Path folder = Files.createTempDirectory("footfall");
    Explanation explanation;
    try {
      PlaceLookup places = PlaceLookup.open(installation.config(), folder, metrics);
      DoorRules door =
          DoorRules.of(
              installation.config(), places, ReferrerSpam.open(installation.config())::matches);
      explanation =
          new Acceptance(
                  () -> snapshot,
                  door,
                  Limits.of(installation.config()),
                  new DoorCounts(metrics),
                  new TrackingFailures())
              .explain(raw);
    } finally {
      Files.delete(folder);
    }
    if (explanation.hit() != null) {
      LogReader log =
          new LogReader(installation.database(), installation.config().get(LogSettings.CACHE));
      new DryTransfer(
              installation.database(),
              stores,
              log,
              Devices.open(installation.config()),
              KnownReferrers.open(installation.config()),
              VisitSettings.of(installation.config()),
              installation.clock())
          .run(explanation.hit(), explanation.trace());
    }
    return explanation;
  }

  /** What stands behind the question mark of an address. */
  private static String parameters(String query) {
    int question = query.indexOf('?');
    boolean whole = question >= 0 && query.substring(0, question).indexOf('=') < 0;
    return whole ? query.substring(question + 1) : query;
  }
}
