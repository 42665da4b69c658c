package org.footfall.enrich.geo;

import java.time.Duration;
import org.footfall.job.Job;
import org.footfall.job.JobContext;
import org.footfall.job.JobReport;

/** The job {@code places}: takes up new versions of the geo databases. */
public final class PlacesJob implements Job {
  /** How often the files are looked at. */
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private final PlaceLookup places;

  public PlacesJob(PlaceLookup places) {
    this.places = places;
  }

  @Override
  public String name() {
    return "places";
  }

  @Override
  public String description() {
    return "Takes up new versions of the files that tell where addresses are.";
  }

  @Override
  public JobReport run(JobContext context) {
    int renewed = places.renew();
    return JobReport.done(renewed + " new files.").with("files", renewed);
  }
}
