package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.Query;
import org.footfall.testing.Configuration;
import org.footfall.testing.FootfallProcess;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts that cannot succeed, tried on the built jar as an operator or systemd runs it: one plain
 * sentence with what to do, exit code 1, and nothing half-made.
 */
class StartRefusalIT {
  private static TestDatabase server;

  @TempDir private Path folder;
  private DatabaseConfig schema;
  private String state;
  private int port;
  private String more = "";

  @BeforeAll
  static void startServer() {
    server = TestDatabase.start();
  }

  @AfterAll
  static void endServer() {
    server.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    schema = server.newSchema();
    state = folder.resolve("state").toString();
    port = freePort();
  }

  @Test
  void anUnreachableDatabase() throws Exception {
    int nobody = freePort();
    schema = as(schema.user(), schema.password(), nobody);
    assertThat(refusal())
        .isEqualTo(
            "No database answers at 127.0.0.1:"
                + nobody
                + ". Start MariaDB there, or correct database.host, database.port or"
                + " database.socket.");
  }

  @Test
  void aDatabaseThatIsTooOld() throws Exception {
    try (OldMariaDb old = new OldMariaDb("10.3.39-MariaDB-0+deb10u1")) {
      schema = as(schema.user(), schema.password(), old.port());
      assertThat(refusal())
          .isEqualTo(
              "The database at 127.0.0.1:"
                  + old.port()
                  + " is MariaDB 10.3.39; Footfall needs MariaDB 10.11 or newer. Upgrade it, or"
                  + " point database.host at another one.");
    }
  }

  @Test
  void aWrongPassword() throws Exception {
    schema = as(schema.user(), "not this one", server.port());
    assertThat(refusal())
        .contains("does not let user 'footfall' in. Correct database.user and database.password.")
        .doesNotContain("not this one");
  }

  @Test
  void aDatabaseThatThereIsNot() throws Exception {
    schema =
        DatabaseConfig.of(
            schema.host(), server.port(), "footfall_none", schema.user(), schema.password());
    assertThat(refusal()).contains("There is no database 'footfall_none'", "CREATE DATABASE");
  }

  @Test
  void aMissingRight() throws Exception {
    server.execute("CREATE USER IF NOT EXISTS 'reader'@'%' IDENTIFIED BY 'secret'");
    server.execute("GRANT SELECT, INSERT ON " + schema.name() + ".* TO 'reader'@'%'");
    DatabaseConfig owner = schema;
    schema = as("reader", "secret", server.port());
    assertThat(refusal())
        .startsWith("Database user 'reader' lacks a right: ")
        .contains("GRANT ALL PRIVILEGES ON " + schema.name() + ".* TO 'reader'@");
    assertThat(tables(owner)).isZero();
  }

  @Test
  void aTypoInTheConfiguration() throws Exception {
    more = "[transfer]\nintervall = \"10 s\"\n";
    assertThat(refusal())
        .endsWith("There is no setting transfer.intervall; did you mean transfer.interval?");
    assertThat(tables(schema)).isZero();
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
      assertThat(refusal())
          .startsWith("Cannot listen on 127.0.0.1:" + port)
          .endsWith("End the program that uses this port, or change http.port or http.host.");
    }
  }

  @Test
  void aFolderForItsStateThatCannotBe() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    state = file.resolve("state").toString();
    assertThat(refusal())
        .isEqualTo(
            "Cannot write to the state directory "
                + state
                + " (not a directory). Make room there and let this user write to it, or change"
                + " state.directory.");
    assertThat(tables(schema)).isZero();
  }

  @Test
  void aFolderForTheSpoolThatCannotBe() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    more = "[queue]\nkind = \"spool\"\nspool_directory = \"" + file.resolve("spool") + "\"\n";
    assertThat(refusal()).contains(file.resolve("spool").toString(), "queue.spool_directory");
  }

  /** A disk that is really full; mounts a small one, which takes root. */
  @Test
  @Tag("system")
  void aFullDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
    try {
      Files.write(disk.resolve("ballast"), new byte[64 << 10]);
      state = disk.resolve("state").toString();
      assertThat(refusal())
          .startsWith("Cannot write to the state directory " + state)
          .contains("no space left on device");
      assertThat(tables(schema)).isZero();
      try (Stream<Path> files = Files.walk(disk)) {
        assertThat(files.filter(Files::isRegularFile)).containsExactly(disk.resolve("ballast"));
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /** The one line on standard error. */
  private String refusal() throws Exception {
    Path configuration = Files.writeString(folder.resolve("footfall.toml"), configuration());
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                FootfallProcess.jar().toString(),
                "serve",
                "--config",
                configuration.toString())
            .redirectError(said.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(said);
    assertThat(lines).singleElement().asString().doesNotContain("Exception");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(sockets()).isEmpty();
    return lines.get(0);
  }

  private List<Path> sockets() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".socket")).toList();
    }
  }

  private String configuration() {
    String queue = "kind = \"spool\"\n";
    String spool =
        more.contains("[queue]") ? "" : "[queue]\n" + queue + "spool_directory = \"%s\"\n";
    return """
        [http]
        port = %d
        %s
        [state]
        directory = "%s"
        """
            .formatted(port, Configuration.database(schema), state)
        + spool.formatted(folder.resolve("spool"))
        + more;
  }

  private DatabaseConfig as(String user, String password, int databasePort) {
    return DatabaseConfig.of("127.0.0.1", databasePort, schema.name(), user, password);
  }

  private static long tables(DatabaseConfig owner) {
    try (Database database = new Database(owner)) {
      return database.read(
          connection ->
              Query.of(
                      connection,
                      "SELECT COUNT(*) AS n FROM information_schema.tables"
                          + " WHERE table_schema = DATABASE()")
                  .first(row -> row.number("n"))
                  .orElse(0L));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
