package org.footfall.job;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the command line asks a running server to run a job: a unix socket in the server's own
 * directory, so that the file system says who may. A request is the job's name and a line feed; the
 * answer comes when the run is over: the outcome, the sentence, and a line {@code name=number} a
 * figure.
 */
public final class JobSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobSocket.class);
  private static final int THREADS = 4;
  private static final int WAITING = 16;

  /** The asking end says at once what it wants. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path path;
  private final ServerSocketChannel server;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(WAITING),
          task -> daemon(task, "job-by-hand"));

  private final Duration patience;

  private JobSocket(Path path, ServerSocketChannel server, Duration patience) {
    this.path = path;
    this.server = server;
    this.patience = patience;
  }

  /**
   * Listens.
   *
   * @param path of a directory that is this process's alone; what a process left there is removed
   * @param jobs the job of a name
   */
  public static JobSocket open(Path path, JobRunner runner, Function<String, Optional<Job>> jobs)
      throws IOException {
    return open(path, PATIENCE, runner, jobs);
  }

  /**
   * @param patience how long a client may take to name its job
   */
  static JobSocket open(
      Path path, Duration patience, JobRunner runner, Function<String, Optional<Job>> jobs)
      throws IOException {
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    JobSocket socket = new JobSocket(path, server, patience);
    daemon(() -> socket.listen(runner, jobs), "job-socket").start();
    return socket;
  }

  private void listen(JobRunner runner, Function<String, Optional<Job>> jobs) {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        try {
          threads.execute(() -> answer(client, runner, jobs));
        } catch (RejectedExecutionException e) {
          refuse(client);
        }
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException e) {
        LOG.debug("A request to run a job came to nothing", e);
      }
    }
  }

  private static void refuse(SocketChannel client) throws IOException {
    try (client) {
      JobWire.write(
          client,
          JobReport.of(
              JobReport.Outcome.REFUSED, "Too many jobs were asked for; ask again later."));
    }
  }

  private void answer(
      SocketChannel client, JobRunner runner, Function<String, Optional<Job>> jobs) {
    try (client) {
      String name = JobWire.readLine(client, patience);
      JobReport report =
          jobs.apply(name)
              .map(runner::run)
              .orElseGet(
                  () ->
                      JobReport.of(
                          JobReport.Outcome.REFUSED, "There is no job " + name + " here."));
      JobWire.write(client, report);
    } catch (IOException e) {
      LOG.debug("Nobody waited for the report of a job", e);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Listens no more; runs under way go on. */
  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdown();
    Files.deleteIfExists(path);
  }
}
