package org.footfall.job;

import java.time.Duration;
import java.util.List;
import org.footfall.job.JobReport.Outcome;
import org.footfall.store.Database;
import org.footfall.store.DatabaseException;
import org.footfall.store.Query;
import org.footfall.store.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code job_run}: the last run of each job, of whichever process. */
public final class JobStore {
  private static final Logger LOG = LoggerFactory.getLogger(JobStore.class);
  private static final int LONGEST = 1_000;

  private final Database database;
  private final Sql sql = Sql.of(JobStore.class);

  /** A run and what its job is for. */
  public record Entry(JobRun run, String description) {}

  public JobStore(Database database) {
    this.database = database;
  }

  /** Remembers a run. Without a database it is forgotten: it is there to be looked at only. */
  public void save(Job job, JobRun run) {
    try {
      int unused =
          database.write(
              connection ->
                  Query.of(connection, sql.get("save"))
                      .bind(
                          run.job(),
                          job.description(),
                          run.began(),
                          run.took().toMillis(),
                          run.report().outcome(),
                          cut(run.report().sentence()))
                      .update());
    } catch (DatabaseException e) {
      LOG.debug("The run of {} is not remembered", run.job(), e);
    }
  }

  /** The last run of each job, by name. */
  public List<Entry> all() {
    return database.read(
        connection ->
            Query.of(connection, sql.get("all"))
                .list(
                    row ->
                        new Entry(
                            new JobRun(
                                row.text("job"),
                                row.instant("began_at"),
                                Duration.ofMillis(row.number("took_ms")),
                                JobReport.of(
                                    Outcome.valueOf(row.text("outcome")), row.text("sentence"))),
                            row.text("description"))));
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
  }
}
