package org.footfall.cli;

import java.time.temporal.ChronoUnit;
import org.footfall.app.App;
import org.footfall.job.JobReport;
import org.footfall.job.JobRun;
import org.footfall.job.JobStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code footfall job}. */
@Command(name = "job", description = "Shows and runs what the server does by the clock.")
final class JobCommand extends GroupCommand {
  @Command(
      name = "list",
      description = "Lists the jobs that have run, each with the end of its last run.",
      footer = {"", "Example:", "  footfall job list"})
  int list() throws Exception {
    try (Installation installation = open()) {
      TextTable table = new TextTable("job", "began", "took", "ended", "report", "what for");
      for (JobStore.Entry entry : new JobStore(installation.database()).all()) {
        JobRun run = entry.run();
        table.row(
            run.job(),
            run.began().truncatedTo(ChronoUnit.SECONDS),
            run.took().toMillis() + " ms",
            run.report().outcome().label(),
            run.report().sentence(),
            entry.description());
      }
      table.print(out());
      return 0;
    }
  }

  @Command(
      name = "run",
      description = {
        "Runs a job now and waits for its end.",
        "The running server does it; without one, this process does."
      },
      footer = {"", "Example:", "  footfall job run transfer"})
  int run(@Parameters(paramLabel = "JOB", description = "Its name.") String job) throws Exception {
    JobReport report = App.runJob(root().config, job);
    if (!report.isDone()) {
      throw new Refusal(report.sentence());
    }
    out().println(report.sentence());
    return 0;
  }
}
