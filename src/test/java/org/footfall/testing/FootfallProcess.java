package org.footfall.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The built jar as an own process, as an operator runs it, so that tests can end it in any way. It
 * listens on one loopback port that stays the same over restarts.
 */
public final class FootfallProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Path folder;
  private final Path configuration;
  private final List<String> jvmOptions;
  private final int port;
  private Process process;

  /**
   * Prepares a process; {@link #start} starts it.
   *
   * @param folder an existing folder for its configuration and log
   * @param configuration TOML without the group {@code http}
   */
  public FootfallProcess(Path folder, String configuration, String... jvmOptions)
      throws IOException {
    this.folder = folder;
    this.jvmOptions = List.of(jvmOptions);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    this.configuration = folder.resolve("footfall.toml");
    Files.writeString(this.configuration, "[http]\nport = " + port + "\n\n" + configuration);
  }

  /** The jar that the build made. */
  public static Path jar() {
    return Path.of(System.getProperty("footfall.jar", "target/footfall.jar"));
  }

  /** The file it was started with. */
  public Path configuration() {
    return configuration;
  }

  public int port() {
    return port;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /** What it has written to its log. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("footfall.log"));
  }

  /** Starts it and returns once it is ready; the milliseconds that took. */
  public long start() throws IOException {
    long begin = System.nanoTime();
    process = command("serve").start();
    long end = begin + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IOException("Footfall did not become ready: " + log());
      }
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  /** Runs another command with the same configuration to its end; its standard output. */
  public String run(String... words) throws IOException {
    Path output = Files.createTempFile(folder, "run", ".out");
    Process other = command(words).redirectOutput(output.toFile()).start();
    try {
      if (!other.waitFor(15, TimeUnit.MINUTES) || other.exitValue() != 0) {
        other.destroyForcibly();
        throw new IOException(String.join(" ", words) + " failed: " + log());
      }
    } catch (InterruptedException e) {
      other.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return Files.readString(output);
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Ends it in order. */
  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }

  private ProcessBuilder command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--config", configuration.toString()));
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(folder.resolve("footfall.log").toFile());
    return new ProcessBuilder(command).redirectOutput(log).redirectError(log);
  }

  private boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address().resolve("/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      Await.pause();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
