package org.footfall.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.archive.ArchiveJob;
import org.footfall.archive.ArchiveSettings;
import org.footfall.config.Config;
import org.footfall.enrich.device.DeviceNames;
import org.footfall.enrich.device.Devices;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.ingest.BotAgeJob;
import org.footfall.ingest.DryTransfer;
import org.footfall.ingest.TransferJob;
import org.footfall.ingest.TransferOptions;
import org.footfall.ingest.TransferSettings;
import org.footfall.job.JobRunner;
import org.footfall.job.JobStore;
import org.footfall.job.Scheduler;
import org.footfall.metrics.Metrics;
import org.footfall.privacy.DailySaltStore;
import org.footfall.queue.DurableQueue;
import org.footfall.queue.QueueSettings;
import org.footfall.report.ReportEngine;
import org.footfall.report.ReportSettings;
import org.footfall.report.SiteWords;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.GoalStore;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.SiteStore;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseSettings;
import org.footfall.tracking.SnapshotKeeper;
import org.footfall.tracking.SnapshotStore;
import org.footfall.visit.VisitSettings;
import org.footfall.visitlog.HeavyDays;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSettings;

/**
 * What jobs need, with or without a web server beside them: the database, sites and accounts, the
 * queue, and the transfer.
 */
final class Core {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SNAPSHOT_RENEWED_EVERY = Duration.ofSeconds(5);
  private static final int WORKERS = 6;
  private static final long TRANSFER_CACHE_BYTES = 16L << 20;

  final Clock clock = Clock.systemUTC();
  final Metrics metrics = new Metrics();
  final Schema schema;

  /** For the transfer and other jobs. */
  final Database database;

  /** For reports and pages, so that they cannot take connections from the transfer. */
  final Database readers;

  final JobRunner runner;
  final Scheduler scheduler;
  final SiteStore sites;
  final GoalStore goals;
  final CustomDimensionStore dimensions;
  final InstanceStore settings;
  final Accounts accounts;
  final SnapshotKeeper snapshots;
  final DurableQueue queue;
  final KnownReferrers referrers;
  final Devices devices;
  final TransferJob transfer;
  final LogReader log;
  final ReportEngine reports;
  final ArchiveJob archive;

  /**
   * Starts all of it but the clock of the jobs.
   *
   * @param life learns what has been started, also when something later fails
   */
  Core(Config config, Lifecycle life) throws Exception {
    metrics.addMachine();
    LocalChanges changes = new LocalChanges();
    Path state = Path.of(config.get(StateSettings.DIRECTORY));
    String node = NodeName.in(state);
    DatabaseConfig wanted = DatabaseSettings.of(config);
    schema = new Schema(wanted);
    life.started("schema", SHORT, schema::close);
    schema.start(SnapshotKeeper.isKeptIn(state));
    database = new Database(wanted.limited(WORKERS, wanted.statementLimit()));
    life.started("database", SHORT, database::close);
    readers = new Database(wanted);
    life.started("database for readers", SHORT, readers::close);
    show(database, "work", "jobs and all that writes");
    show(readers, "read", "reports and pages");
    runner = new JobRunner(clock, metrics, new JobStore(database)::save);
    scheduler = new Scheduler(runner);
    life.started("clock of the jobs", SHORT, scheduler::close);

    SiteStores stores = SiteStores.on(readers, clock, changes);
    sites = stores.sites();
    goals = stores.goals();
    dimensions = stores.dimensions();
    settings = stores.settings();
    AccountStore accountStore = new AccountStore(readers);
    accounts = new Accounts(accountStore, clock, changes);
    SnapshotStore snapshotStore =
        new SnapshotStore(database, stores, accountStore, new DailySaltStore(database), clock);
    snapshots = new SnapshotKeeper(snapshotStore, state, changes, clock, metrics);
    life.started("snapshot", LONG, snapshots::close);
    snapshots.start(SNAPSHOT_RENEWED_EVERY);
    int shards = snapshots.current().shards();

    queue = DurableQueue.open(QueueSettings.of(config), shards, clock, metrics);
    life.started("queue", LONG, queue::close);
    referrers = KnownReferrers.open(config);
    devices = Devices.open(config);
    transfer =
        new TransferJob(
            database,
            queue,
            SiteStores.on(database, clock, changes),
            new LogReader(database, TRANSFER_CACHE_BYTES),
            devices,
            referrers,
            metrics,
            clock,
            TransferOptions.from(config, shards, node));
    life.started("transfer", SHORT, transfer::close);
    scheduler.schedule(transfer, config.get(TransferSettings.INTERVAL));
    scheduler.schedule(new BotAgeJob(database, config, clock), BotAgeJob.INTERVAL);

    HeavyDays heavy = new HeavyDays();
    log = new LogReader(readers, config.get(LogSettings.CACHE), heavy);
    log.show(metrics);
    reports =
        new ReportEngine(
            log::snapshot,
            ReportSettings.of(config),
            ReportSettings.presentation(config, new ListedNames(DeviceNames.load())));
    life.started("reports", SHORT, reports::close);
    reports.show(metrics);
    archive =
        new ArchiveJob(
            database,
            heavy,
            reports,
            new SiteStore(database, clock, changes),
            new SavedSegmentStore(database, clock),
            new SiteWords(
                new CustomDimensionStore(database, changes),
                new GoalStore(database, changes),
                reports.presentation()),
            clock,
            config);
    scheduler.schedule(archive, config.get(ArchiveSettings.INTERVAL));
  }

  /** What the transfer would do, for those who ask why. */
  DryTransfer dryTransfer(Config config) {
    SiteStores stores = new SiteStores(sites, settings, goals, dimensions);
    return new DryTransfer(
        readers, stores, log, devices, referrers, VisitSettings.of(config), clock);
  }

  private void show(Database pool, String name, String whose) {
    metrics.observed(
        "footfall_database_" + name + "_connections",
        "Connections of " + whose + ", by state.",
        "state",
        pool::connections);
  }
}
