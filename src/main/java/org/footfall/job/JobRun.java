package org.footfall.job;

import java.time.Duration;
import java.time.Instant;

/** A run that is over. */
public record JobRun(String job, Instant began, Duration took, JobReport report) {}
