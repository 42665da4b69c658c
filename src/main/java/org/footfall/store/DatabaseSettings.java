package org.footfall.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.footfall.config.Config;
import org.footfall.config.Setting;

/** The settings of the group {@code database}. */
public final class DatabaseSettings {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$-]{1,64}");

  static final Setting<String> HOST =
      Setting.text("database.host", "127.0.0.1", "Name or address of the MariaDB server.")
          .form(Pattern.compile("[A-Za-z0-9._:-]{1,255}"), "a host name or an address");
  static final Setting<Integer> PORT =
      Setting.number("database.port", 3306, "TCP port of the MariaDB server.").min(1).max(65535);
  static final Setting<Optional<String>> SOCKET =
      Setting.text(
              "database.socket",
              "/run/mysqld/mysqld.sock",
              "Unix socket of the MariaDB server; used instead of host and port when set.")
          .form(Pattern.compile("/[^?&\\s]{1,107}"), "an absolute path without blanks")
          .optional();
  static final Setting<String> NAME_OF_DATABASE =
      Setting.text("database.name", "footfall", "Name of the database (schema).")
          .form(NAME, "a name of letters, digits, _, $ and -");
  static final Setting<String> USER =
      Setting.text("database.user", "footfall", "User that logs in to the database.");
  static final Setting<String> PASSWORD =
      Setting.text("database.password", "", "Password of that user.").secret();
  static final Setting<Integer> POOL_SIZE =
      Setting.number("database.pool_size", 12, "Most connections to the database at once.")
          .min(4)
          .max(500);
  static final Setting<Duration> PATIENCE =
      Setting.duration(
              "database.connect_timeout",
              Duration.ofSeconds(5),
              "How long to wait for a connection before the database counts as away.")
          .min(Duration.ofMillis(250))
          .max(Duration.ofMinutes(2));
  static final Setting<Duration> STATEMENT_LIMIT =
      Setting.duration(
              "database.statement_limit",
              Duration.ofMinutes(2),
              "The database ends a statement that takes longer.")
          .min(Duration.ofSeconds(1))
          .max(Duration.ofHours(1));

  /** All of them, in the order of the sample file. */
  public static final List<Setting<?>> ALL =
      List.of(
          HOST,
          PORT,
          SOCKET,
          NAME_OF_DATABASE,
          USER,
          PASSWORD,
          POOL_SIZE,
          PATIENCE,
          STATEMENT_LIMIT);

  private DatabaseSettings() {}

  /** What a configuration says. */
  public static DatabaseConfig of(Config config) {
    return new DatabaseConfig(
        config.get(HOST),
        config.get(PORT),
        config.get(SOCKET),
        config.get(NAME_OF_DATABASE),
        config.get(USER),
        config.get(PASSWORD),
        config.get(POOL_SIZE),
        config.get(PATIENCE),
        config.get(STATEMENT_LIMIT));
  }
}
