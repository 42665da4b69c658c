package org.footfall.job;

import java.time.Duration;

/** Work that is run by the clock or by hand, and is never run twice at once in a process. */
public interface Job {
  /** One word; names the job on the command line and in metrics. */
  String name();

  /** One sentence for {@code footfall job list}. */
  String description();

  /** After this long a run is cancelled and reported as late. */
  default Duration deadline() {
    return Duration.ofHours(1);
  }

  /**
   * Does the work. Looks at {@link JobContext#cancelled} between steps, and then ends soon with
   * everything stored that was done.
   *
   * @throws Exception when it cannot; the runner reports it
   */
  JobReport run(JobContext context) throws Exception;
}
