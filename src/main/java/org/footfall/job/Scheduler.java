package org.footfall.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/**
 * Runs jobs by the clock: at the start and then again and again. Quartz keeps its times in memory
 * only; a time that was missed, because the run before took long, is left out.
 */
public final class Scheduler implements AutoCloseable {
  private static final int THREADS = 4;

  private final Map<String, Job> jobs = Collections.synchronizedMap(new LinkedHashMap<>());
  private final org.quartz.Scheduler quartz;

  public Scheduler(JobRunner runner) {

    Properties properties = new Properties();
    // Quartz keeps all schedulers of a process in one map by name.
    properties.setProperty("org.quartz.scheduler.instanceName", UUID.randomUUID().toString());
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
    properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
    try {
      this.quartz = new StdSchedulerFactory(properties).getScheduler();
      quartz.setJobFactory(
          (fired, scheduler) ->
              context -> runner.runIfFree(jobs.get(fired.getJobDetail().getKey().getName())));
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock of the jobs cannot be set up", e);
    }
  }

  /** Has a job run at the start and then every so often; once more: changes how often. */
  public void schedule(Job job, Duration every) {
    jobs.put(job.name(), job);
    try {
      var trigger =
          TriggerBuilder.newTrigger()
              .withIdentity(job.name())
              .forJob(job.name())
              .withSchedule(
                  SimpleScheduleBuilder.simpleSchedule()
                      .withIntervalInMilliseconds(every.toMillis())
                      .repeatForever()
                      .withMisfireHandlingInstructionNextWithRemainingCount())
              .build();
      if (quartz.checkExists(JobKey.jobKey(job.name()))) {
        quartz.rescheduleJob(TriggerKey.triggerKey(job.name()), trigger);
      } else {
        var detail = JobBuilder.newJob(org.quartz.Job.class).withIdentity(job.name()).build();
        quartz.scheduleJob(detail, trigger);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("job " + job.name() + " cannot be scheduled", e);
    }
  }

  /** The jobs, in the order in which they were scheduled. */
  public Collection<Job> jobs() {
    synchronized (jobs) {
      return List.copyOf(jobs.values());
    }
  }

  public Optional<Job> job(String name) {
    return Optional.ofNullable(jobs.get(name));
  }

  /** Lets the clock run. */
  public void start() {
    try {
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock of the jobs cannot start", e);
    }
  }

  /** Stops the clock; runs under way go on ({@link JobRunner#stop} waits for them). */
  @Override
  public void close() {
    try {
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock of the jobs cannot be stopped", e);
    }
  }
}
