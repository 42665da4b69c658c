package org.footfall.store;

import java.sql.SQLException;
import org.footfall.store.DatabaseException.Kind;

/**
 * Turns what the driver and the pool throw into sentences with a fix. Pools wrap the true reason,
 * so the innermost {@link SQLException} that carries a server's error number is the one that
 * counts. Numbers are those of MariaDB's list of error codes.
 */
final class Failures {
  private final DatabaseConfig config;

  Failures(DatabaseConfig config) {
    this.config = config;
  }

  DatabaseException translate(SQLException thrown) {
    return translate(thrown, false);
  }

  /** For a failure of the commit itself; only a server that answered surely did not commit. */
  DatabaseException atCommit(SQLException thrown) {
    return translate(thrown, true);
  }

  private DatabaseException translate(SQLException thrown, boolean atCommit) {
    SQLException reason = reason(thrown);
    Kind kind = kind(reason, thrown);
    return new DatabaseException(kind, sentence(kind, reason), thrown, atCommit);
  }

  private static SQLException reason(SQLException thrown) {
    SQLException found = thrown;
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof SQLException sql && (found.getErrorCode() == 0 || sql.getErrorCode() != 0)) {
        found = sql;
      }
    }
    return found;
  }

  private static Kind kind(SQLException reason, SQLException thrown) {
    Kind byNumber =
        switch (reason.getErrorCode()) {
          case 1045, 1698, 1862, 4151 -> Kind.DENIED;
          case 1049 -> Kind.UNKNOWN_DATABASE;
          case 1044, 1142, 1143, 1227, 1370 -> Kind.MISSING_RIGHT;
          case 1021, 1114 -> Kind.DISK_FULL;
          case 1153, 1301 -> Kind.PACKET_TOO_LARGE;
          case 1290, 1792, 1836 -> Kind.READ_ONLY;
          case 1205, 1213 -> Kind.DEADLOCK;
          case 1969, 3024 -> Kind.TIMEOUT;
          case 1062 -> Kind.DUPLICATE;
          case 1040, 1203, 1226 -> Kind.BUSY;
          case 1053, 1152, 1927, 2006, 2013 -> Kind.CONNECTION_LOST;
          default -> Kind.OTHER;
        };
    if (byNumber != Kind.OTHER) {
      return byNumber;
    }
    String message = String.valueOf(reason.getMessage());
    if (message.contains("No space left on device") || message.contains("errno: 28 ")) {
      return Kind.DISK_FULL;
    }
    if (message.contains("max_allowed_packet")) {
      return Kind.PACKET_TOO_LARGE;
    }
    if (message.startsWith("Socket fail to connect") || message.contains("Connection refused")) {
      return Kind.UNREACHABLE;
    }
    if (reason == thrown && message.contains("Connection is not available")) {
      return Kind.BUSY;
    }
    String state = String.valueOf(reason.getSQLState());
    return state.startsWith("08") ? Kind.CONNECTION_LOST : Kind.OTHER;
  }

  private String sentence(Kind kind, SQLException reason) {
    return switch (kind) {
      case UNREACHABLE ->
          "No database answers at "
              + config.address()
              + ". Start MariaDB there, or correct database.host, database.port or"
              + " database.socket.";
      case CONNECTION_LOST ->
          "The connection to the database at "
              + config.address()
              + " broke. If it does not come back by itself, look into MariaDB's log.";
      case BUSY ->
          reason.getErrorCode() == 0
              ? "All "
                  + config.poolSize()
                  + " database connections stayed busy for "
                  + config.patience().toSeconds()
                  + " s. Raise database.pool_size, or find the slow statement with SHOW"
                  + " PROCESSLIST."
              : "The database at "
                  + config.address()
                  + " takes no more connections. Raise max_connections in MariaDB, or lower"
                  + " database.pool_size.";
      case DENIED ->
          "The database at "
              + config.address()
              + " does not let user '"
              + config.user()
              + "' in. Correct database.user and database.password.";
      case UNKNOWN_DATABASE ->
          "There is no database '"
              + config.name()
              + "' at "
              + config.address()
              + ". Create it (CREATE DATABASE "
              + config.name()
              + " CHARACTER SET utf8mb4), or correct database.name.";
      case MISSING_RIGHT ->
          "Database user '"
              + config.user()
              + "' lacks a right: "
              + serverWords(reason)
              + ". As the database's administrator: GRANT ALL PRIVILEGES ON "
              + config.name()
              + ".* TO '"
              + config.user()
              + "'@'…'.";
      case DISK_FULL ->
          "The database at "
              + config.address()
              + " has no room left: "
              + serverWords(reason)
              + ". Free space on its disk; nothing is lost meanwhile.";
      case PACKET_TOO_LARGE ->
          "A statement is larger than the database allows. Set max_allowed_packet = "
              + ServerCheck.MIN_PACKET_MB
              + "M or more in MariaDB's configuration and restart it.";
      case READ_ONLY ->
          "The database at "
              + config.address()
              + " is read-only: "
              + serverWords(reason)
              + ". Point database.host at the server that takes writes.";
      case DEADLOCK -> "Another transaction was in the way: " + serverWords(reason) + ".";
      case TIMEOUT ->
          "A statement took longer than "
              + config.statementLimit().toSeconds()
              + " s and was ended.";
      case DUPLICATE -> "That exists already: " + serverWords(reason) + ".";
      default -> "The database refused a statement: " + serverWords(reason) + ".";
    };
  }

  /** The server's message without the driver's "(conn=7)" and without a final stop. */
  private static String serverWords(SQLException reason) {
    String words = String.valueOf(reason.getMessage()).strip();
    if (words.startsWith("(conn=")) {
      words = words.substring(words.indexOf(')') + 1).strip();
    }
    int line = words.indexOf('\n');
    words = line < 0 ? words : words.substring(0, line).strip();
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }
}
