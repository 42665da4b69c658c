package org.footfall.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSettings;
import org.footfall.visitlog.parquet.ParquetExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code footfall log export}. */
@Command(
    name = "export",
    description = {
      "Writes visits or actions into a Parquet file, a row each, which DuckDB, Spark, pandas and"
          + " others read.",
      "Columns are named as in footfall log; times are timestamps in UTC, what is absent is null"
          + " (numbers: 0). Only the file's owner may read it."
    },
    footer = {
      "",
      "Examples:",
      "  footfall log export 1 --table visits --out visits.parquet \\",
      "    --from 2026-03-01 --to 2026-03-31",
      "  footfall log export 1 --table actions --out actions.parquet --force \\",
      "    --from 2026-03-01 --to 2026-03-01",
      "",
      "  duckdb -c \"SELECT day, count(*) FROM 'visits.parquet' GROUP BY day\""
    })
final class LogExportCommand implements Callable<Integer> {
  /** What a row is. */
  enum Rows {
    VISITS(Column.Table.VISIT),
    ACTIONS(Column.Table.ACTION);

    private final Column.Table table;

    Rows(Column.Table table) {
      this.table = table;
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @ParentCommand private LogCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SITE", description = "The site's number.")
  private int site;

  @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day.")
  private LocalDate to;

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "What a row is: ${COMPLETION-CANDIDATES}.")
  private Rows rows;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Option(
      names = "--personal",
      description = "Also columns that tell who somebody is (addresses, user ids).")
  private boolean personal;

  @Override
  public Integer call() throws Exception {
    if (to.isBefore(from)) {
      throw new Refusal("--to " + to + " is before --from " + from + ".");
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Installation installation = parent.open()) {
      if (installation.sites().find(new SiteId(site)).isEmpty()) {
        throw new Refusal("There is no site " + site + "; footfall site list shows them.");
      }
      LogReader log =
          new LogReader(installation.database(), installation.config().get(LogSettings.CACHE));
      ParquetExport export =
          new ParquetExport(
              log,
              rows.table,
              personal,
              (day, count) -> progress.say("%s: %,d rows so far", day, count));
      long written = export.write(site, from, to, file, force);
      parent.out().println(written + " " + rows + " are in " + file + ".");
      if (log.damagedSegments() > 0) {
        throw new Refusal(
            "Rows are missing, as "
                + log.damagedSegments()
                + " segments of the log are damaged; footfall doctor names them.");
      }
      return 0;
    }
  }
}
