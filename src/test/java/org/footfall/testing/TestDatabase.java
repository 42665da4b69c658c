package org.footfall.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;
import org.footfall.store.Migrations;
import org.footfall.store.Query;

/**
 * A private, real MariaDB. Most tests take {@link #fresh}: a new migrated schema on the one server
 * of this JVM. Tests that end the server {@link #start} their own, which they may {@link #kill},
 * {@link #restart} and {@link #close}.
 *
 * <p>The server listens on a loopback port that stays the same over restarts. A small shell stands
 * between it and us: when this JVM ends, however it ends, the shell's input closes and it kills the
 * server.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String USER = "footfall";
  private static final String PASSWORD = "a test's password";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final MariaDbFiles files;
  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process shell;
  private long pid;

  private TestDatabase(MariaDbFiles files, Path folder, int port, List<String> options) {
    this.files = files;
    this.folder = folder;
    this.port = port;
    this.options = options;
  }

  /** Ends all connections of the schema but the one that says so. */
  public static void killOthers(Database database) {
    try {
      database.read(
          connection -> {
            List<Long> others =
                Query.of(
                        connection,
                        "SELECT id FROM information_schema.processlist"
                            + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                    .list(row -> row.number("id"));
            for (long id : others) {
              Query.of(connection, "KILL CONNECTION " + id).update();
            }
            return others;
          });
    } catch (DatabaseException e) {
      // Somebody else ended it first.
      return;
    }
  }

  private static final class Shared {
    static final TestDatabase SERVER = start("--innodb-flush-log-at-trx-commit=0");

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "end the tests' MariaDB"));
    }
  }

  /** A new, empty, migrated schema on the server that all tests of this JVM share. */
  public static Database fresh() {
    return Shared.SERVER.schema();
  }

  /** Where a new, empty schema without tables is, on the shared server. */
  public static DatabaseConfig emptySchema() {
    return Shared.SERVER.newSchema();
  }

  /** Starts a server of its own with additional options of mariadbd. */
  public static TestDatabase start(String... options) {
    try {
      MariaDbFiles files = MariaDbFiles.find();
      Path folder = Files.createTempDirectory("footfall-mariadb");
      Path data = folder.resolve("data");
      files.copyTemplate(data);
      TestDatabase server = new TestDatabase(files, folder, freePort(), List.of(options));
      server.run();
      server.execute(
          "CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + PASSWORD.replace("'", "''") + "'");
      server.execute("GRANT ALL ON `footfall%`.* TO '" + USER + "'@'%'");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A new migrated schema on this server; closing it is the caller's or the JVM's end's. */
  public Database schema() {
    Database database = new Database(newSchema());
    Migrations.migrate(database);
    return database;
  }

  /** A new schema on this server, without tables. */
  public DatabaseConfig newSchema() {
    String name = "footfall_" + SCHEMAS.incrementAndGet();
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    return DatabaseConfig.of("127.0.0.1", port, name, USER, PASSWORD);
  }

  /** Runs a statement as the server's administrator. */
  public void execute(String sql) {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public int port() {
    return port;
  }

  /** The server's process. */
  public long pid() {
    return pid;
  }

  /** The server's unix socket. */
  public Path socket() {
    return folder.resolve("s");
  }

  /** Where the server keeps its files. */
  public Path dataFolder() {
    return folder.resolve("data");
  }

  /** As the power's end does it, for the process: {@code kill -9}. */
  public void kill() {
    end(true);
  }

  /** Ends the server in order. */
  public void stop() {
    end(false);
  }

  /** Starts a stopped or killed server again, on the same port with the same data. */
  public void restart() {
    try {
      run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server and removes its files. */
  @Override
  public void close() {
    kill();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("sh", "-c", "\"$@\" & echo $!; cat >/dev/null; kill -9 $! 2>/dev/null", "sh"));
    command.add(files.program().toString());
    command.add("--no-defaults");
    command.addAll(files.options());
    command.addAll(MariaDbFiles.asRoot());
    command.addAll(
        List.of(
            "--datadir=" + dataFolder(),
            "--socket=" + socket(),
            "--pid-file=" + folder.resolve("pid"),
            "--tmpdir=" + folder,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--skip-log-bin",
            "--character-set-server=utf8mb4",
            "--max-allowed-packet=16M",
            "--innodb-log-file-size=16M",
            "--innodb-buffer-pool-size=64M",
            "--performance-schema=OFF"));
    command.addAll(options);
    shell =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    BufferedReader said = shell.inputReader(StandardCharsets.UTF_8);
    pid = Long.parseLong(said.readLine().strip());
    awaitAnswer();
  }

  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = administrator()) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        if (!isAlive() || System.nanoTime() > deadline) {
          throw new IOException(
              "MariaDB did not start: " + Files.readString(folder.resolve("log")), e);
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private Connection administrator() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port + "/?connectTimeout=2000", "root", "");
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private void end(boolean forcibly) {
    if (shell == null) {
      return;
    }
    ProcessHandle.of(pid)
        .ifPresent(
            server -> {
              boolean asked = forcibly ? server.destroyForcibly() : server.destroy();
              if (asked) {
                server.onExit().orTimeout(60, TimeUnit.SECONDS).join();
              }
            });
    try {
      shell.getOutputStream().close();
      shell.waitFor(60, TimeUnit.SECONDS);
    } catch (IOException e) {
      shell.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shell = null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
