package org.footfall.app;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.DefaultExports;
import io.prometheus.client.servlet.jakarta.exporter.MetricsServlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.store.Database;
import org.footfall.store.DatabaseSettings;
import org.footfall.store.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server, wired by hand: read {@link #wire} from top to bottom to see all parts, what
 * each is given, and in which order they start. They stop in the opposite order.
 */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private final Lifecycle life = new Lifecycle();
  private final Systemd systemd = Systemd.ofEnvironment();
  private volatile boolean serving;
  private HttpServer http;

  private App() {}

  /**
   * Starts everything; returns when requests are answered.
   *
   * @throws ConfigException with all problems of the configuration
   * @throws StartFailure or another exception when a part cannot start; then nothing is left
   *     running
   */
  public static App start(Path configuration) throws Exception {
    Config config = Config.load(configuration, AllSettings.ALL);
    App app = new App();
    long begin = System.nanoTime();
    boolean started = false;
    try {
      app.wire(config);
      started = true;
    } finally {
      if (!started) {
        app.close();
      }
    }
    app.serving = true;
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    LOG.info("listening on port {}, started in {} ms", app.port(), millis);
    app.systemd.ready("serving on port " + app.port());
    return app;
  }

  private void wire(Config config) throws Exception {
    CollectorRegistry registry = new CollectorRegistry();
    DefaultExports.register(registry);

    Database database = new Database(DatabaseSettings.of(config));
    life.started("database", Duration.ofSeconds(10), database::close);
    int changes = Migrations.migrate(database);

    Health health =
        new Health(
            List.of(
                new HealthCheck("database", () -> version(database)),
                new HealthCheck("schema", () -> changes + " changes at the start")));
    life.started("health", Duration.ofSeconds(1), health::close);

    List<Mount> mounts =
        List.of(
            Mount.direct("health", new HealthServlet(health, () -> serving), "/health/*"),
            Mount.direct("metrics", new MetricsServlet(registry), "/metrics"),
            Mount.direct("robots", new RobotsServlet(), "/robots.txt"));
    http = new HttpServer(HttpSettings.of(config, proxy -> false), registry, mounts);
    life.started("web server", config.get(HttpSettings.STOP_PATIENCE).plusSeconds(5), http::stop);
    http.start();
  }

  private static String version(Database database) {
    return database.read(
        connection -> {
          var server = connection.getMetaData();
          return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        });
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
