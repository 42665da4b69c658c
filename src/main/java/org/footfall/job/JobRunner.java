package org.footfall.job;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.footfall.job.JobReport.Outcome;
import org.footfall.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs: one run of a job at a time, in the caller's thread; counts how runs end, remembers the
 * last one, and turns what a job throws into a report. A job that keeps failing in the same way is
 * logged once, and once more when it works again.
 */
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final Clock clock;
  private final BiConsumer<Job, JobRun> listener;
  private final Counter runs;
  private final Summary seconds;
  private final Gauge lastDone;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /** A runner that remembers runs in memory only. */
  public JobRunner(Clock clock, Metrics metrics) {
    this(clock, metrics, (job, run) -> {});
  }

  /**
   * @param listener hears of every run that is over, in the thread that ran it
   */
  public JobRunner(Clock clock, Metrics metrics, BiConsumer<Job, JobRun> listener) {
    this.clock = clock;
    this.listener = listener;
    this.runs =
        metrics.counter(
            "footfall_job_runs_total", "Runs of jobs by how they ended.", "job", "outcome");
    this.seconds = metrics.summary("footfall_job_seconds", "How long runs of jobs took.", "job");
    this.lastDone =
        metrics.gauge(
            "footfall_job_last_done_timestamp_seconds", "When the job last did its work.", "job");
  }

  /** Runs the job; waits first, up to its deadline, when it is being run already. */
  public JobReport run(Job job) {
    Lane lane = lane(job);
    try {
      if (!lane.enter(job.deadline())) {
        return refused(job, "Another run of " + job.name() + " is still under way.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused(job, "The wait for another run of " + job.name() + " was interrupted.");
    }
    return runIn(lane, job);
  }

  /** Runs the job, or refuses when it is being run already. */
  public JobReport runIfFree(Job job) {
    Lane lane = lane(job);
    if (!lane.enter()) {
      warnOnceWhenLate(lane, job);
      return refused(job, "Another run of " + job.name() + " is under way.");
    }
    return runIn(lane, job);
  }

  /** The last run that is over. */
  public Optional<JobRun> last(String job) {
    return Optional.ofNullable(lanes.get(job)).map(lane -> lane.last);
  }

  /** Since when the job has been running, if it is. */
  public Optional<Instant> runningSince(String job) {
    return Optional.ofNullable(lanes.get(job)).map(lane -> lane.began);
  }

  /**
   * Lets no run begin any more, cancels those under way and waits for them.
   *
   * @return whether all were over in time
   */
  public boolean stop(Duration patience) throws InterruptedException {
    stopping = true;
    long end = System.nanoTime() + patience.toNanos();
    for (Lane lane : lanes.values()) {
      if (!lane.enter(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
        return false;
      }
      lane.leave();
    }
    return true;
  }

  private Lane lane(Job job) {
    return lanes.computeIfAbsent(job.name(), name -> new Lane());
  }

  private JobReport refused(Job job, String sentence) {
    runs.labels(job.name(), Outcome.REFUSED.label()).inc();
    return JobReport.of(Outcome.REFUSED, sentence);
  }

  private JobReport runIn(Lane lane, Job job) {
    try {
      if (stopping) {
        return refused(job, "The process is stopping.");
      }
      Instant began = clock.instant();
      lane.begin(began);
      JobReport report = JobReport.of(Outcome.FAILED, "It ended in an unexpected way.");
      try {
        report = attempt(job, lane, began);
      } finally {
        Duration took = Duration.between(began, clock.instant());
        JobRun run = new JobRun(job.name(), began, took, report);
        lane.end(run);
        listener.accept(job, run);
        runs.labels(job.name(), report.outcome().label()).inc();
        seconds.labels(job.name()).observe(took.toNanos() / 1e9);
      }
      return report;
    } finally {
      lane.leave();
    }
  }

  private JobReport attempt(Job job, Lane lane, Instant began) {
    Instant deadline = began.plus(job.deadline());
    try {
      JobReport report = job.run(new JobContext(clock, deadline, () -> stopping));
      LOG.debug("Job {}: {} {}", job.name(), report.sentence(), report.figures());
      if (report.isDone() && clock.instant().isAfter(deadline)) {
        LOG.warn("Job {} took longer than {}: {}", job.name(), job.deadline(), report.sentence());
        return new JobReport(Outcome.LATE, report.sentence(), report.figures());
      }
      if (report.isDone()) {
        lastDone.labels(job.name()).set(clock.millis() / 1000.0);
        lane.works().ifPresent(failure -> LOG.info("Job {} works again.", job.name()));
      }
      return report;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      String sentence = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      if (lane.fails(sentence)) {
        LOG.warn("Job {} failed and will be tried again: {}", job.name(), sentence);
        LOG.debug("Job {}", job.name(), e);
      }
      return JobReport.of(Outcome.FAILED, sentence);
    }
  }

  private void warnOnceWhenLate(Lane lane, Job job) {
    Instant began = lane.began;
    if (began != null
        && clock.instant().isAfter(began.plus(job.deadline()))
        && lane.reportLate(began)) {
      LOG.warn(
          "Job {} has been running since {}, longer than {}.", job.name(), began, job.deadline());
    }
  }

  /** The place where one job runs. */
  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant began;
    private volatile JobRun last;
    private volatile Instant reportedLate;
    private String failure;

    boolean enter(Duration patience) throws InterruptedException {
      return !lock.isHeldByCurrentThread()
          && lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean enter() {
      return !lock.isHeldByCurrentThread() && lock.tryLock();
    }

    void leave() {
      lock.unlock();
    }

    void begin(Instant now) {
      began = now;
    }

    void end(JobRun run) {
      last = run;
      began = null;
    }

    synchronized boolean reportLate(Instant run) {
      boolean first = !run.equals(reportedLate);
      reportedLate = run;
      return first;
    }

    /** Whether this is another failure than last time. */
    boolean fails(String sentence) {
      boolean other = !sentence.equals(failure);
      failure = sentence;
      return other;
    }

    /** The failure that is over, if there was one. */
    Optional<String> works() {
      Optional<String> over = Optional.ofNullable(failure);
      failure = null;
      return over;
    }
  }
}
