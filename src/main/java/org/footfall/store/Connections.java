package org.footfall.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * How every connection is opened: UTC, READ COMMITTED, strict, utf8mb4; inserts of many rows go to
 * the server in one message.
 */
final class Connections {
  /** An answer that takes longer than this comes from a server that has stopped. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /** A transaction that has written and does nothing for so long is rolled back by the server. */
  static final Duration IDLE_WRITING = Duration.ofSeconds(30);

  private Connections() {}

  static DataSource source(DatabaseConfig config) throws SQLException {
    MariaDbDataSource source = new MariaDbDataSource(url(config));
    source.setUser(config.user());
    source.setPassword(config.password());
    return source;
  }

  private static String url(DatabaseConfig config) {
    Map<String, String> options = new LinkedHashMap<>();
    config.socket().ifPresent(path -> options.put("localSocket", path));
    options.put("connectTimeout", Long.toString(config.patience().toMillis()));
    options.put("socketTimeout", Long.toString(SILENCE.toMillis()));
    options.put("maxAllowedPacket", Long.toString(ServerCheck.MIN_PACKET_MB * 1024L * 1024));
    options.put("transactionIsolation", "READ-COMMITTED");
    options.put("connectionTimeZone", "UTC");
    options.put("forceConnectionTimeZoneToSession", "true");
    options.put("useBulkStmts", "true"); // Nobody asks how many rows each of many changed.
    options.put("sessionVariables", sessionVariables(config));
    String host = config.socket().isPresent() ? "localhost" : config.host();
    return "jdbc:mariadb://address=(host="
        + host
        + ")(port="
        + config.port()
        + ")/"
        + config.name()
        + options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * A client that dies or stands still between two statements of a transaction would keep its locks
   * for hours: the server ends it. One that only reads keeps nobody waiting and may take its time
   * over what it read; it is ended, too, since a transaction that has locked a row and not written
   * yet counts as one.
   */
  private static String sessionVariables(DatabaseConfig config) {
    return "sql_mode='TRADITIONAL,NO_ENGINE_SUBSTITUTION',innodb_lock_wait_timeout=20,"
        + "idle_write_transaction_timeout="
        + IDLE_WRITING.toSeconds()
        + ",idle_readonly_transaction_timeout="
        + SILENCE.toSeconds()
        + ",max_statement_time="
        + config.statementLimit().toMillis() / 1000.0;
  }
}
