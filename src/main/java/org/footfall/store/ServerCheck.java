package org.footfall.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.store.DatabaseException.Kind;

/** What a server must be before anything is stored in it. */
final class ServerCheck {
  static final int MIN_PACKET_MB = 16;
  private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\..*");

  private ServerCheck() {}

  static void check(Connection connection, DatabaseConfig config) throws SQLException {
    Query.of(connection, "SELECT VERSION() AS version, @@max_allowed_packet AS packet")
        .first(
            row -> {
              checkVersion(row.text("version"), config);
              checkPacket(row.number("packet"), config);
              return true;
            });
  }

  static void checkVersion(String version, DatabaseConfig config) {
    Matcher parts = VERSION.matcher(version);
    boolean mariaDb = version.contains("MariaDB");
    if (mariaDb && parts.matches()) {
      int major = Integer.parseInt(parts.group(1));
      int minor = Integer.parseInt(parts.group(2));
      if (major > 10 || (major == 10 && minor >= 11)) {
        return;
      }
    }
    throw new DatabaseException(
        Kind.TOO_OLD,
        "The database at "
            + config.address()
            + " is "
            + (mariaDb ? "MariaDB " : "not MariaDB but ")
            + version.replaceFirst("-MariaDB.*", "")
            + "; Footfall needs MariaDB 10.11 or newer. Upgrade it, or point database.host at"
            + " another one.",
        null);
  }

  static void checkPacket(long bytes, DatabaseConfig config) {
    if (bytes < MIN_PACKET_MB * 1024L * 1024) {
      throw new DatabaseException(
          Kind.PACKET_TOO_LARGE,
          "The database at "
              + config.address()
              + " takes statements of at most "
              + bytes / 1024
              + " kB; Footfall needs "
              + MIN_PACKET_MB
              + " MB. Set max_allowed_packet = "
              + MIN_PACKET_MB
              + "M in MariaDB's configuration and restart it.",
          null);
    }
  }
}
