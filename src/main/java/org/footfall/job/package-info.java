/**
 * Work that is done again and again: what a job is, how one is run, and when.
 *
 * <p>Owns {@link org.footfall.job.JobRunner}, through which every run goes (by the clock or by
 * hand), and Quartz, the clock. Refuses a second run of a job while one is under way, and to
 * remember across restarts what is to be done: that is in the jobs' own tables. Hands on what the
 * last runs did, for the health page, the metrics and {@code footfall job list}.
 */
package org.footfall.job;
