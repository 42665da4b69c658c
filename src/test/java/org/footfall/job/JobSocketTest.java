package org.footfall.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footfall.metrics.Metrics;
import org.footfall.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // What listens is only there, not used.
class JobSocketTest {
  @TempDir Path folder;
  private final JobRunner runner = new JobRunner(Clock.systemUTC(), new Metrics());

  @Test
  void aRunningServerRunsTheJobAndTellsWhatItDid() throws IOException {
    Path path = folder.resolve("jobs.socket");
    try (JobSocket unused = JobSocket.open(path, runner, JobSocketTest::job)) {
      JobReport report = JobWire.ask(path, "sweep").orElseThrow();
      assertThat(report).isEqualTo(JobReport.done("Swept thé floor.").with("tiles", 7));
      assertThat(JobWire.ask(path, "paint").orElseThrow().sentence())
          .isEqualTo("There is no job paint here.");
      assertThat(Files.getPosixFilePermissions(path))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(JobWire.ask(path, "sweep")).isEmpty();
  }

  @Test
  void whatADeadServerLeftAnswersNobodyAndIsReplaced() throws IOException {
    Path path = folder.resolve("jobs.socket");
    Files.createFile(path);
    assertThat(JobWire.ask(path, "sweep")).isEmpty();
    try (JobSocket unused = JobSocket.open(path, runner, JobSocketTest::job)) {
      assertThat(JobWire.ask(path, "sweep")).isPresent();
    }
  }

  @Test
  void clientsThatSayNothingDoNotKeepOthersFromAsking() throws IOException {
    Path path = folder.resolve("jobs.socket");
    List<SocketChannel> silent = new ArrayList<>();
    try (JobSocket unused =
        JobSocket.open(path, Duration.ofMillis(200), runner, JobSocketTest::job)) {
      for (int i = 0; i < 10; i++) {
        silent.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
      }
      assertThat(JobWire.ask(path, "sweep").orElseThrow().isDone()).isTrue();
    } finally {
      close(silent);
    }
  }

  @Test
  void whoeverIsOneTooManyIsToldSoAndTheNextIsServed() throws IOException {
    Path path = folder.resolve("jobs.socket");
    List<SocketChannel> waiting = new ArrayList<>();
    try (JobSocket unused =
        JobSocket.open(path, Duration.ofMinutes(5), runner, JobSocketTest::job)) {
      for (int i = 0; i < 20; i++) {
        waiting.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
      }
      assertThat(JobWire.ask(path, "sweep").orElseThrow().sentence()).startsWith("Too many jobs");
      close(waiting);
      Await.until(
          "those before have left", () -> JobWire.ask(path, "sweep").orElseThrow().isDone());
    } finally {
      close(waiting);
    }
  }

  private static void close(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  private static Optional<Job> job(String name) {
    return name.equals("sweep") ? Optional.of(new Sweep()) : Optional.empty();
  }

  private static final class Sweep implements Job {
    @Override
    public String name() {
      return "sweep";
    }

    @Override
    public String description() {
      return "Sweeps the floor.";
    }

    @Override
    public JobReport run(JobContext context) {
      return JobReport.done("Swept thé floor.").with("tiles", 7);
    }
  }
}
