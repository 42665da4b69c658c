package org.footfall.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.footfall.app.AllSettings;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.config.Problem;
import org.footfall.store.Database;
import org.footfall.store.DatabaseConfig;
import org.footfall.store.DatabaseException;
import org.footfall.store.DatabaseSettings;
import org.footfall.store.Migrations;
import org.footfall.visitlog.LogCheck;
import org.footfall.visitlog.LogDamage;
import org.footfall.visitlog.LogLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code footfall doctor}. */
@Command(
    name = "doctor",
    description = {
      "Checks an installation: configuration, database, tables, and the whole visit log.",
      "Every segment of the log is read and decoded, which takes a while where there are many; how"
          + " far it is goes to standard error. Changes nothing; the server may run meanwhile.",
      "The exit code is 0 when all is well and 1 when something is to be mended."
    },
    footer = {"", "Examples:", "  footfall doctor", "  footfall doctor > report.txt"})
final class DoctorCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 2;

  @ParentCommand private FootfallCommand root;
  @Spec private CommandSpec spec;
  private int problems;

  @Override
  public Integer call() {
    try {
      Config config = Config.load(root.config, AllSettings.ALL);
      fine("configuration " + root.config);
      checkDatabase(DatabaseSettings.of(config));
    } catch (ConfigException e) {
      e.problems().stream().map(Problem::toString).forEach(what -> problem(what, ""));
    }
    out().println(problems == 0 ? "All is well." : problems + " problems.");
    out().flush();
    return problems == 0 ? 0 : 1;
  }

  /** What comes later needs what comes earlier, so the first failure is the last one told. */
  private void checkDatabase(DatabaseConfig settings) {
    try (Database database = new Database(settings.limited(CONNECTIONS, Duration.ZERO))) {
      database.verify();
      fine(
          "database "
              + database.version()
              + " at "
              + settings.address()
              + ", max_allowed_packet "
              + (database.maxPacketBytes() >> 20)
              + " MB");
      Migrations.requireCurrent(database);
      fine("tables are those of this version");
      checkLog(database);
    } catch (DatabaseException e) {
      problem(e.getMessage(), "");
    }
  }

  private void checkLog(Database database) {
    int before = problems;
    Progress progress = new Progress(spec.commandLine().getErr());
    List<LogLevel> levels = new LogCheck(database, new Told(progress)).run();
    long segments = levels.stream().mapToLong(LogLevel::segments).sum();
    if (problems == before) {
      fine("visit log: each of " + segments + " segments can be read");
    }
    if (segments > 0) {
      TextTable table = new TextTable("level", "segments", "rows", "bytes");
      levels.forEach(one -> table.row(one.level(), one.segments(), one.rows(), one.bytes()));
      table.print(out());
    }
  }

  private final class Told implements LogCheck.Watcher {
    private final Progress progress;

    Told(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void segments(long done, long all) {
      progress.say("%,d of %,d segments read", done, all);
    }

    @Override
    public void days(long done) {
      progress.say("%,d days looked through", done);
    }

    @Override
    public void found(LogDamage damage) {
      problem(damage.what(), damage.fix());
    }
  }

  private void fine(String what) {
    out().println("ok       " + what);
  }

  private void problem(String what, String fix) {
    problems++;
    out().println("problem  " + what);
    if (!fix.isEmpty()) {
      out().println("         fix: " + fix);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
