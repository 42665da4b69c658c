package org.footfall.app;

import io.prometheus.client.servlet.jakarta.exporter.MetricsServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.footfall.api.ApiServlet;
import org.footfall.api.CatchUp;
import org.footfall.api.OpenApiServlet;
import org.footfall.app.demo.DemoTraffic;
import org.footfall.archive.ArchiveSettings;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.config.Setting;
import org.footfall.enrich.geo.PlaceLookup;
import org.footfall.enrich.geo.PlacesJob;
import org.footfall.enrich.referrer.ReferrerSpam;
import org.footfall.ingest.BotRequests;
import org.footfall.ingest.DoorCountsJob;
import org.footfall.ingest.TransferSettings;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;
import org.footfall.job.JobRunner;
import org.footfall.job.JobSocket;
import org.footfall.job.JobWire;
import org.footfall.privacy.IpText;
import org.footfall.privacy.TrustedProxies;
import org.footfall.report.WarmUp;
import org.footfall.site.AnnotationStore;
import org.footfall.site.SavedSegmentStore;
import org.footfall.tag.EarlierParts;
import org.footfall.tag.TagFiles;
import org.footfall.tracking.Acceptance;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.DoorRules;
import org.footfall.tracking.FailureStore;
import org.footfall.tracking.Limits;
import org.footfall.tracking.TrackingFailures;
import org.footfall.tracking.http.ClientAddress;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.tracking.http.TagServlet;
import org.footfall.tracking.http.TrackingResource;
import org.footfall.tracking.http.TrackingServlet;
import org.footfall.ui.Ui;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The running server, wired by hand: read {@link Core} and then {@link #wire} from top to bottom to
 * see all parts, what each is given, and in which order they start. They stop in the opposite
 * order.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Lifecycle life = new Lifecycle();
  private final Systemd systemd = Systemd.ofEnvironment();
  private final Path configuration;
  private volatile boolean serving;
  private Config config;
  private Core core;
  private DoorCountsJob doorCounts;
  private PlaceLookup places;
  private HttpServer http;

  private App(Path configuration, Config config) {
    this.configuration = configuration;
    this.config = config;
  }

  /**
   * Starts everything; returns when requests are answered.
   *
   * @throws ConfigException with all problems of the configuration
   * @throws StartFailure or another exception when a part cannot start; then nothing is left
   *     running
   */
  public static App start(Path configuration) throws Exception {
    bridgeLogging();
    App app = new App(configuration, Config.load(configuration, AllSettings.ALL));
    long begin = System.nanoTime();
    boolean started = false;
    try {
      app.wire();
      started = true;
    } finally {
      if (!started) {
        app.close();
      }
    }
    app.serving = true;
    Hangup.listen(app::reload);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    LOG.info("listening on port {}, started in {} ms", app.port(), millis);
    app.systemd.ready("serving on port " + app.port());
    return app;
  }

  /**
   * Runs a job once: has the server do it that runs with this configuration, else does it here.
   *
   * @return how it ended
   */
  public static JobReport runJob(Path configuration, String name) throws Exception {
    Config config = Config.load(configuration, AllSettings.ALL);
    Optional<JobReport> done = JobWire.ask(jobSocket(config), name);
    if (done.isPresent()) {
      return done.get();
    }
    Lifecycle life = new Lifecycle();
    try {
      Core core = new Core(config, life);
      Optional<Job> job = core.scheduler.job(name);
      if (job.isEmpty()) {
        throw new StartFailure("There is no job " + name + "; footfall job list shows them.", null);
      }
      return core.runner.run(job.get());
    } finally {
      life.stop();
    }
  }

  private static Path jobSocket(Config config) {
    return Path.of(config.get(StateSettings.DIRECTORY)).resolve("jobs.socket");
  }

  private void wire() throws Exception {
    core = new Core(config, life);
    core.schema.whenCurrent(core.scheduler::start);
    places = PlaceLookup.open(config, Path.of(config.get(StateSettings.DIRECTORY)), core.metrics);
    core.scheduler.schedule(new PlacesJob(places), PlacesJob.INTERVAL);
    DoorCounts counts = new DoorCounts(core.metrics);
    TrackingFailures failures = new TrackingFailures();
    doorCounts = new DoorCountsJob(counts, failures, core.database, core.clock);
    life.started("counts of the door", SHORT, () -> doorCounts.run(JobContext.of(core.clock)));
    scheduleTransfer();
    TrustedProxies proxies = TrustedProxies.of(config);
    ClientAddress address = new ClientAddress(proxies);
    DoorRules door = DoorRules.of(config, places, ReferrerSpam.open(config)::matches);
    Acceptance acceptance =
        new Acceptance(core.snapshots, door, Limits.of(config), counts, failures);
    TrackingServlet tracking =
        new TrackingServlet(
            new TrackingResource(
                acceptance, core.queue, address, counts, core.dryTransfer(config), core.clock));

    ApiServlet api =
        new ApiServlet(
            core.sites,
            core.goals,
            core.dimensions,
            new SavedSegmentStore(core.readers, core.clock),
            core.settings,
            new FailureStore(core.readers, core.clock),
            new AnnotationStore(core.readers),
            core.accounts,
            core.reports,
            core.referrers,
            request -> IpText.of(address.of(request)),
            GuessSource::ofText,
            places::of,
            new BotRequests(core.readers),
            bot -> core.devices.detect(bot, Map.of()).bot().category(),
            this::catchUp,
            this::dataUntil,
            core.clock);
    Ui ui =
        new Ui(
            core.readers,
            core.accounts,
            core.sites,
            core.settings,
            core.reports,
            core.log::snapshot,
            () -> core.queue.depth().oldest(),
            new GuessSource(address),
            api.manual(),
            core.clock);

    OptOutServlet optOut = new OptOutServlet(core.snapshots::current, address, core.clock);

    Health health = new Health(Checks.of(core));
    life.started("health", SHORT, health::close);
    List<Mount> mounts = new ArrayList<>();
    TagFiles files = TagFiles.load();
    Path keptParts = Path.of(config.get(StateSettings.DIRECTORY)).resolve("tag");
    TagServlet tag = new TagServlet(files, EarlierParts.open(keptParts, files, core.clock));
    mounts.addAll(Mount.tagAndHits(tracking, tag, TagPlaces.of(config)));
    mounts.add(Mount.direct("health", new HealthServlet(health, () -> serving), "/health/*"));
    mounts.add(Mount.direct("metrics", new MetricsServlet(core.metrics.registry()), "/metrics"));
    mounts.add(Mount.direct("robots", new RobotsServlet(), "/robots.txt"));
    mounts.add(Mount.reading("api", api, "/api/*"));
    mounts.add(Mount.direct("openapi", new OpenApiServlet(api.manual()), "/api/openapi.json"));
    mounts.add(Mount.optOut(optOut));
    mounts.addAll(Mount.pages(ui, api, optOut));
    life.started("jobs", LONG, () -> stop(core.runner));
    listenForJobs(jobSocket(config));
    http = new HttpServer(HttpSettings.of(config, proxies::trusts), core.metrics, mounts);
    life.started("web server", config.get(HttpSettings.STOP_PATIENCE).plusSeconds(5), http::stop);
    http.start();
    core.schema.whenCurrent(this::warmUp);
  }

  private void warmUp() {
    WarmUp warmUp = new WarmUp(core.reports, core.sites.all(), core.clock);
    life.started("warm-up", SHORT, warmUp::stop);
    warmUp.start();
  }

  /** A convenience only: a path that is too long for a socket does not keep the server down. */
  private void listenForJobs(Path socket) {
    try {
      JobSocket byHand = JobSocket.open(socket, core.runner, core.scheduler::job);
      life.started("jobs by hand", SHORT, byHand::close);
    } catch (IOException e) {
      LOG.warn("Jobs run by the clock only; {} cannot be used: {}", socket, e.getMessage());
    }
  }

  /** The moment before which every hit received is in the log; none while nobody can tell. */
  private Optional<Instant> dataUntil() {
    Instant now = core.clock.instant();
    try {
      return Optional.of(now.minus(core.queue.depth().oldest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private CatchUp.Outcome catchUp() {
    JobReport report = core.runner.run(core.transfer);
    return new CatchUp.Outcome(report.isDone(), report.sentence());
  }

  /** What libraries tell java.util.logging goes into our log. */
  private static void bridgeLogging() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  /**
   * Reads the configuration again. Settings that can change while the server runs take effect; for
   * others the log says that they need a restart. A wrong configuration changes nothing.
   */
  public synchronized void reload() {
    Config read;
    try {
      read = Config.load(configuration, AllSettings.ALL);
    } catch (ConfigException e) {
      LOG.error("The configuration was not read again, because it is wrong:\n{}", e.getMessage());
      return;
    }
    for (Setting<?> setting : read.differences(config)) {
      String effect = setting.isReloadable() ? "is in force now" : "takes effect with a restart";
      LOG.info("{} was changed and {}", setting.key(), effect);
    }
    config = read;
    scheduleTransfer();
    places.reload(config);
  }

  /** What goes by the interval of the transfer; once more: when that has changed. */
  private void scheduleTransfer() {
    for (Job job : List.of(core.transfer, doorCounts)) {
      core.scheduler.schedule(job, config.get(TransferSettings.INTERVAL));
    }
    core.scheduler.schedule(core.archive, config.get(ArchiveSettings.INTERVAL));
  }

  /**
   * Fills an installation with traffic to look at.
   *
   * @return how many hits were queued; none when it is there already
   */
  public long addDemo() throws ExecutionException, InterruptedException {
    return new DemoTraffic(
            core.sites, core.queue, core.snapshots.current().shards(), core.clock, System.out)
        .run();
  }

  /** Jobs that are under way finish their batch. */
  private static void stop(JobRunner runner) throws InterruptedException {
    if (!runner.stop(LONG)) {
      LOG.warn("A job did not end within {} s; what it had begun is undone.", LONG.toSeconds());
    }
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  /** Stops everything in order; more calls do no harm. */
  @Override
  public void close() {
    serving = false;
    systemd.stopping();
    life.stop();
  }
}
