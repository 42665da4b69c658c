package org.footfall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.job.JobReport.Outcome;
import org.footfall.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobRunnerTest {
  private final MovingClock clock = new MovingClock();
  private final Metrics metrics = new Metrics();
  private final JobRunner runner = new JobRunner(clock, metrics);

  @Test
  void aRunIsReportedCountedAndRemembered() {
    Job job =
        job(
            context -> {
              clock.move(Duration.ofSeconds(3));
              return JobReport.done("Moved 7 things.").with("things", 7);
            });
    assertThat(runner.run(job).isDone()).isTrue();
    JobRun last = runner.last("sweep").orElseThrow();
    assertThat(last.took()).isEqualTo(Duration.ofSeconds(3));
    assertThat(last.report().figures()).containsEntry("things", 7L);
    assertThat(counted(Outcome.DONE)).isEqualTo(1);
    assertThat(runner.runningSince("sweep")).isEmpty();
  }

  @Test
  void whatAJobThrowsBecomesAReport() {
    JobReport report =
        runner.run(
            job(
                context -> {
                  throw new IllegalStateException("The broom is broken.");
                }));
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.sentence()).isEqualTo("The broom is broken.");
    assertThat(counted(Outcome.FAILED)).isEqualTo(1);
  }

  @Test
  void aRunPastItsDeadlineIsCancelledAndReportedAsLate() {
    JobReport report =
        runner.run(
            job(
                context -> {
                  assertThat(context.cancelled()).isFalse();
                  clock.move(Duration.ofHours(2));
                  assertThat(context.cancelled()).isTrue();
                  return JobReport.done("Half of it.");
                }));
    assertThat(report.outcome()).isEqualTo(Outcome.LATE);
    assertThat(counted(Outcome.LATE)).isEqualTo(1);
  }

  @Test
  void aSecondRunIsRefusedWhileTheFirstIsUnderWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Job job = blocking(begun, go);
    CompletableFuture<JobReport> first = CompletableFuture.supplyAsync(() -> runner.run(job));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(runner.runningSince("sweep")).contains(clock.instant());
    assertThat(runner.runIfFree(job).outcome()).isEqualTo(Outcome.REFUSED);
    go.countDown();
    assertThat(first.get().isDone()).isTrue();
    assertThat(runner.runIfFree(job).isDone()).isTrue();
  }

  @Test
  void aRunByHandWaitsForTheOneUnderWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    Job job =
        job(
            context -> {
              assertThat(atOnce.incrementAndGet()).isEqualTo(1);
              begun.countDown();
              assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
              atOnce.decrementAndGet();
              return JobReport.done("Swept.");
            });
    CompletableFuture<JobReport> first = CompletableFuture.supplyAsync(() -> runner.run(job));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<JobReport> second = CompletableFuture.supplyAsync(() -> runner.run(job));
    go.countDown();
    assertThat(first.get().isDone()).isTrue();
    assertThat(second.get().isDone()).isTrue();
    assertThat(counted(Outcome.DONE)).isEqualTo(2);
  }

  @Test
  void aJobThatRunsItselfIsRefused() {
    JobReport[] inner = new JobReport[1];
    JobReport outer =
        runner.run(
            job(
                context -> {
                  inner[0] = runner.run(job(again -> JobReport.done("Never.")));
                  return JobReport.done("Swept.");
                }));
    assertThat(outer.isDone()).isTrue();
    assertThat(inner[0].outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void stoppingCancelsWhatRunsAndLetsNothingBegin() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Job job =
        job(
            context -> {
              begun.countDown();
              while (!context.cancelled()) {
                Thread.onSpinWait();
              }
              return JobReport.done("Stopped half-way.");
            });
    CompletableFuture<JobReport> first = CompletableFuture.supplyAsync(() -> runner.run(job));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(runner.stop(Duration.ofSeconds(10))).isTrue();
    assertThat(first.get().isDone()).isTrue();
    assertThat(runner.run(job).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void theClockRunsAJobAtTheStartAndAgain() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    try (Scheduler scheduler = new Scheduler(runner)) {
      Job job =
          job(
              context -> {
                twice.countDown();
                return JobReport.done("Swept.");
              });
      scheduler.schedule(job, Duration.ofHours(1));
      scheduler.schedule(job, Duration.ofMillis(5));
      scheduler.start();
      assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(scheduler.jobs()).containsExactly(job);
      assertThat(scheduler.job("sweep")).contains(job);
    }
  }

  private static Job blocking(CountDownLatch begun, CountDownLatch go) {
    return job(
        context -> {
          begun.countDown();
          assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
          return JobReport.done("Swept.");
        });
  }

  private double counted(Outcome outcome) {
    Double value =
        metrics
            .registry()
            .getSampleValue(
                "footfall_job_runs_total",
                new String[] {"job", "outcome"},
                new String[] {"sweep", outcome.label()});
    return value == null ? 0 : value;
  }

  private interface Work {
    JobReport run(JobContext context) throws Exception;
  }

  private static Job job(Work work) {
    return new Job() {
      @Override
      public String name() {
        return "sweep";
      }

      @Override
      public String description() {
        return "Sweeps the floor.";
      }

      @Override
      public JobReport run(JobContext context) throws Exception {
        return work.run(context);
      }
    };
  }

  private static final class MovingClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
