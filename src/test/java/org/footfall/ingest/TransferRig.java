package org.footfall.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.config.Config;
import org.footfall.enrich.device.DeviceSettings;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.metrics.Metrics;
import org.footfall.queue.HitSource;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.tracking.Shards;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;
import org.footfall.visit.VisitChoices;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogTable;

/** The transfer with a database, one site, and words to send hits and to read the log. */
final class TransferRig implements AutoCloseable {
  private static final Devices DEVICES = Devices.open(Config.defaults(DeviceSettings.ALL));
  static final int SHARDS = 1;
  static final Instant START = Instant.parse("2026-03-10T10:00:00Z");

  final Database database;
  final SiteStore sites;
  final InstanceStore settings;
  final LogReader reader;
  final Clock clock = Clock.systemUTC();
  private final List<TransferJob> jobs = new ArrayList<>();
  private Metrics metrics;

  TransferRig(Database database) {
    this.database = database;
    LocalChanges changes = new LocalChanges();
    this.sites = new SiteStore(database, clock, changes);
    this.settings = new InstanceStore(database, changes);
    this.reader = new LogReader(database, 16 << 20);
  }

  SiteId addSite() {
    return sites.add(
        NewSite.website("shop", "http://example.org", ZoneId.of("UTC"), Instant.EPOCH));
  }

  /** A process's transfer: forgets what an earlier one knew. */
  TransferJob job(HitSource source, String node, int batch) {
    return job(source, node, batch, 500_000);
  }

  TransferJob job(HitSource source, String node, int batch, int openVisits) {
    return job(
        source,
        new TransferOptions(
            SHARDS, node, batch, 2, openVisits, Duration.ofSeconds(60), VisitChoices.USUAL));
  }

  TransferJob job(HitSource source, TransferOptions options) {
    metrics = new Metrics();
    TransferJob job =
        new TransferJob(
            database,
            source,
            SiteStores.on(database, clock, new LocalChanges()),
            new LogReader(database, 4 << 20),
            DEVICES,
            KnownReferrers.load(),
            metrics,
            clock,
            options);
    jobs.add(job);
    return job;
  }

  JobReport run(TransferJob job) throws Exception {
    return job.run(JobContext.of(clock));
  }

  static int shardOf(SiteId site) {
    return Shards.of(site, SHARDS);
  }

  static TrackingRequest request(SiteId site, long second, Map<String, String> parameters) {
    return new TrackingRequest(
        site,
        START.plusSeconds(second),
        parameters,
        "Firefox",
        "fr",
        Map.of(),
        new byte[] {10, 0, 0, 0},
        7,
        "",
        true);
  }

  /** A page view. */
  static byte[] view(SiteId site, long second, String visitor, String page) {
    return view(site, second, visitor, page, "Page " + page);
  }

  static byte[] view(SiteId site, long second, String visitor, String page, String title) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("url", "http://example.org/" + page);
    parameters.put("action_name", title);
    if (!visitor.isEmpty()) {
      parameters.put("_id", visitor);
    }
    return TrackingRequestCodec.encode(request(site, second, parameters));
  }

  /** All visits of a site, a text each: its columns by name. */
  List<String> visits(SiteId site) {
    return rows(site, Table.VISIT);
  }

  List<String> actions(SiteId site) {
    return rows(site, Table.ACTION);
  }

  /** The pages of a site's actions, in the order they lie in the log. */
  List<String> pages(SiteId site) {
    return reader.snapshot(
        snapshot -> {
          List<String> pages = new ArrayList<>();
          for (LocalDate day : days(snapshot, site)) {
            LogTable table = snapshot.actions(site.value(), day, List.of(Columns.URL));
            for (int row = 0; row < table.rows(); row++) {
              pages.add(table.text(Columns.URL).get(row));
            }
          }
          return pages;
        });
  }

  private List<String> rows(SiteId site, Table kind) {
    List<Column> columns = Columns.of(kind);
    return reader.snapshot(
        snapshot -> {
          List<String> rows = new ArrayList<>();
          for (LocalDate day : days(snapshot, site)) {
            LogTable table =
                kind == Table.VISIT
                    ? snapshot.visits(site.value(), day, columns)
                    : snapshot.actions(site.value(), day, columns);
            for (int row = 0; row < table.rows(); row++) {
              rows.add(day + " " + describe(table, columns, row));
            }
          }
          return rows;
        });
  }

  private static Iterable<LocalDate> days(org.footfall.visitlog.LogSnapshot snapshot, SiteId site) {
    return snapshot.days(site.value(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)).keySet();
  }

  private static String describe(LogTable table, List<Column> columns, int row) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      text.append(column.name())
          .append('=')
          .append(
              switch (column.type()) {
                case NUMBER -> Long.toString(table.number(column).get(row));
                case TEXT -> table.text(column).get(row);
                case BYTES -> Integer.toString(table.bytes(column).get(row).length);
              })
          .append(' ');
    }
    return text.toString();
  }

  /** The one number that a statement gives. */
  long number(String sql) {
    return database.read(
        connection -> Query.of(connection, sql).first(row -> row.number("n")).orElse(-1L));
  }

  void execute(String sql) {
    int unused = database.read(connection -> Query.of(connection, sql).update());
  }

  /** A figure of the job that was made last. */
  double figure(String name) {
    return metrics.registry().getSampleValue(name);
  }

  /** The same with a label; null while nothing was counted. */
  Double figure(String name, String label, String value) {
    return metrics.registry().getSampleValue(name, new String[] {label}, new String[] {value});
  }

  /** Hits of a fate. */
  long fate(String fate) {
    return number(
        "SELECT CAST(COALESCE(SUM(hits), 0) AS SIGNED) n FROM hit_fate WHERE fate = '"
            + fate
            + "'");
  }

  @Override
  public void close() {
    jobs.forEach(TransferJob::close);
    database.close();
  }
}
