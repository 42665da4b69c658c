package org.footfall.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.app.AllSettings;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteStore;
import org.footfall.site.SiteStores;
import org.footfall.store.Database;
import org.footfall.store.DatabaseSettings;
import org.footfall.store.Migrations;

/**
 * The installation a configuration names, as seen from outside the server: the parts that commands
 * use while a server may or may not run. A running server notices changes within seconds.
 */
final class Installation implements AutoCloseable {
  private static final int CONNECTIONS = 2;

  private final Config config;
  private final Database database;
  private final Clock clock = Clock.systemUTC();
  private final LocalChanges changes = new LocalChanges();

  private Installation(Config config, Database database) {
    this.config = config;
    this.database = database;
  }

  /** Opens an installation whose tables are those of this version. */
  static Installation open(Path configuration) throws ConfigException {
    Config config = Config.load(configuration, AllSettings.ALL);
    Database database = connect(config);
    try {
      Migrations.requireCurrent(database);
      return new Installation(config, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Opens an installation and brings its tables to this version. */
  static Installation migrated(Path configuration) throws ConfigException {
    Config config = Config.load(configuration, AllSettings.ALL);
    Database database = connect(config);
    try {
      int unused = Migrations.migrate(database);
      return new Installation(config, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Database connect(Config config) {
    var settings = DatabaseSettings.of(config);
    return new Database(settings.limited(CONNECTIONS, settings.statementLimit()));
  }

  Config config() {
    return config;
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

  SiteStores stores() {
    return SiteStores.on(database, clock, changes);
  }

  InstanceStore settings() {
    return new InstanceStore(database, changes);
  }

  Accounts accounts() {
    return new Accounts(new AccountStore(database), clock, changes);
  }

  @Override
  public void close() {
    database.close();
  }
}
