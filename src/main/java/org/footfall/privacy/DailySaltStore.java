package org.footfall.privacy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/**
 * The table {@code daily_salt}: salts of the last five days, and of the next week, so that hits
 * find theirs while the database is away. Days are those of any site's clock, which may be one
 * ahead of or behind UTC.
 */
public final class DailySaltStore {
  private static final int KEPT_DAYS = 5;
  private static final int AHEAD_DAYS = 7;
  private static final int BYTES = 32;

  private final Database database;
  private final SecureRandom random = new SecureRandom();
  private final Sql sql = Sql.of(DailySaltStore.class);

  public DailySaltStore(Database database) {
    this.database = database;
  }

  /** Forgets what is too old, draws what is missing, and gives the salts by day. */
  public Map<LocalDate, byte[]> load(LocalDate today) {
    Map<LocalDate, byte[]> salts = database.read(this::all);
    LocalDate first = today.minusDays(KEPT_DAYS);
    boolean complete = salts.containsKey(today.plusDays(AHEAD_DAYS));
    boolean stale = salts.keySet().stream().anyMatch(day -> day.isBefore(first));
    return complete && !stale ? salts : database.write(connection -> renew(connection, today));
  }

  private Map<LocalDate, byte[]> renew(Connection connection, LocalDate today) throws SQLException {
    Query.of(connection, sql.get("forget")).bind(today.minusDays(KEPT_DAYS)).update();
    for (int day = -1; day <= AHEAD_DAYS; day++) {
      byte[] salt = new byte[BYTES];
      random.nextBytes(salt);
      Query.of(connection, sql.get("draw")).bind(today.plusDays(day), salt).update();
    }
    return all(connection);
  }

  private Map<LocalDate, byte[]> all(Connection connection) throws SQLException {
    Map<LocalDate, byte[]> salts = new TreeMap<>();
    Query.of(connection, sql.get("all")).each(row -> salts.put(row.date("day"), row.bytes("salt")));
    return salts;
  }
}
