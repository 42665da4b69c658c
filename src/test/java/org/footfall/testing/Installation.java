package org.footfall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;

/**
 * A whole installation of its own: MariaDB, Redis with an append-only file, and the built jar as a
 * process, configured by a file as an operator would.
 */
public final class Installation implements AutoCloseable {
  private final Path folder;
  public final TestDatabase mariadb;
  public final TestRedis redis;
  public final FootfallProcess footfall;
  private final DatabaseConfig schema;
  private Database database;

  private Installation(
      Path folder,
      TestDatabase mariadb,
      TestRedis redis,
      FootfallProcess footfall,
      DatabaseConfig schema) {
    this.folder = folder;
    this.mariadb = mariadb;
    this.redis = redis;
    this.footfall = footfall;
    this.schema = schema;
  }

  /** Servers that run, and a Footfall that was not started yet. */
  public static Installation prepare(
      TestRedis.Log log, List<String> mariadbOptions, String settings, String... jvmOptions)
      throws IOException {
    Path folder = Files.createTempDirectory("footfall");
    TestDatabase mariadb = TestDatabase.start(mariadbOptions.toArray(String[]::new));
    TestRedis redis = TestRedis.start(Files.createDirectory(folder.resolve("redis")), log);
    DatabaseConfig schema = mariadb.newSchema();
    String configuration =
        Configuration.database(schema)
            + """
        [queue]
        kind = "redis"
        durability = "%s"
        redis_address = "%s"
        spool_directory = "%s"

        [state]
        directory = "%s"

        %s
        """
                .formatted(
                    log == TestRedis.Log.ALWAYS ? "power" : "fast",
                    redis.address(),
                    Files.createDirectory(folder.resolve("spool")),
                    Files.createDirectory(folder.resolve("state")),
                    settings);
    return new Installation(
        folder, mariadb, redis, new FootfallProcess(folder, configuration, jvmOptions), schema);
  }

  /** Where Footfall keeps its files and the servers theirs. */
  public Path folder() {
    return folder;
  }

  /** A way of our own into its database. */
  public Database database() {
    if (database == null) {
      database = new Database(schema);
    }
    return database;
  }

  @Override
  public void close() {
    footfall.close();
    if (database != null) {
      database.close();
    }
    redis.close();
    mariadb.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
