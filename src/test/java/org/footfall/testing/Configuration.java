package org.footfall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footfall.store.DatabaseConfig;

/** The configuration file of a Footfall in tests, whose folder it shares with what that keeps. */
public final class Configuration {
  private Configuration() {}

  /**
   * Writes the file of a Footfall that needs no Redis.
   *
   * @param port where it listens; 0 for any that is free
   * @param more other groups of settings
   */
  public static Path write(Path folder, DatabaseConfig database, int port, String more) {
    String text = "[http]\nport = " + port + "\n" + database(database) + spool(folder) + more;
    try {
      return Files.writeString(folder.resolve("footfall.toml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the database is. */
  public static String database(DatabaseConfig database) {
    return """
    [database]
    host = "%s"
    port = %d
    name = "%s"
    user = "%s"
    password = "%s"
    """
        .formatted(
            database.host(),
            database.port(),
            database.name(),
            database.user(),
            database.password());
  }

  /** Hits and state in files below a folder. */
  public static String spool(Path folder) {
    return """
    [queue]
    kind = "spool"
    spool_directory = "%s"
    [state]
    directory = "%s"
    """
        .formatted(folder.resolve("spool"), folder.resolve("state"));
  }
}
