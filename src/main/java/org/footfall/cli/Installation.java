package org.footfall.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.app.AllSettings;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.DatabaseSettings;
import org.footfall.store.Migrations;

/**
 * The installation a configuration names, as seen from outside the server: the parts that commands
 * use while a server may or may not run. A running server notices changes within seconds.
 */
final class Installation implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final Database database;
  private final Clock clock = Clock.systemUTC();
  private final LocalChanges changes = new LocalChanges();

  private Installation(Database database) {
    this.database = database;
  }

  /** Opens an installation whose tables are those of this version. */
  static Installation open(Path configuration) throws ConfigException {
    Database database = connect(configuration);
    try {
      Migrations.requireCurrent(database);
      return new Installation(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens an installation and brings its tables to this version. */
  static Installation migrated(Path configuration) throws ConfigException {
    Database database = connect(configuration);
    try {
      int unused = Migrations.migrate(database);
      return new Installation(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database connect(Path configuration) throws ConfigException {
    Config config = Config.load(configuration, AllSettings.ALL);
    var settings = DatabaseSettings.of(config);
    return new Database(settings.limited(CONNECTIONS, settings.statementLimit()));
  }

  Clock clock() {
    return clock;
  }

  Database database() {
    return database;
  }

  SiteStore sites() {
    return new SiteStore(database, clock, changes);
  }

  Accounts accounts() {
    return new Accounts(new AccountStore(database), clock, changes);
  }

  @Override
  public void close() {
    database.close();
  }
}
