package org.footfall.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis of the test's own on a free port of the loopback address, with its data in a given
 * directory: Debian's where it is installed, else the one that embedded-redis brings.
 */
public final class TestRedis implements AutoCloseable {
  /** How the append-only file is written. */
  public enum Log {
    /** There is none. */
    NONE,
    EVERYSEC,
    ALWAYS
  }

  private static final Path DEBIAN = Path.of("/usr/bin/redis-server");
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Path directory;
  private final Log log;
  private final int port;
  private Process process;

  private TestRedis(Path directory, Log log, int port) {
    this.directory = directory;
    this.log = log;
    this.port = port;
  }

  /** Starts one and returns when it answers. */
  public static TestRedis start(Path directory, Log log) throws IOException {
    Files.createDirectories(directory);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TestRedis redis = new TestRedis(directory, log, port);
    redis.start();
    return redis;
  }

  /** Starts it again, with the data that are on the disk, and returns when it answers. */
  public void start() throws IOException {
    begin();
    Await.until("Redis answers", () -> "+PONG".equals(ping()));
  }

  /** Starts it again, with further settings, and does not wait until it has loaded its data. */
  public void begin(String... settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program());
    add(command, "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "");
    add(command, "--dir", directory.toString(), "--appendonly", log == Log.NONE ? "no" : "yes");
    if (log != Log.NONE) {
      add(command, "--appendfsync", log.name().toLowerCase(Locale.ROOT));
    }
    add(command, settings);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("redis.log").toFile()))
            .start();
  }

  private static void add(List<String> command, String... words) {
    command.addAll(List.of(words));
  }

  private static String program() throws IOException {
    return Files.isExecutable(DEBIAN)
        ? DEBIAN.toString()
        : ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
  }

  public URI address() {
    return URI.create("redis://127.0.0.1:" + port + "/0");
  }

  /** Sends one command and returns the first line of the answer, as in {@code +OK}. */
  public String command(String... words) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
      for (String word : words) {
        int length = word.getBytes(StandardCharsets.UTF_8).length;
        request.append('$').append(length).append("\r\n").append(word).append("\r\n");
      }
      OutputStream out = socket.getOutputStream();
      out.write(request.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  private String ping() {
    try {
      return command("PING");
    } catch (IOException e) {
      return "";
    }
  }

  /** CONFIG SET. */
  public void configure(String name, String value) throws IOException {
    String answer = command("CONFIG", "SET", name, value);
    if (!"+OK".equals(answer)) {
      throw new IOException("CONFIG SET " + name + " " + value + ": " + answer);
    }
  }

  /** Ends it as the end of the process would: nothing is written any more. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it in the middle of whatever it does, until it is told to go on. */
  public void pause() throws IOException {
    signal("STOP");
  }

  /** Ends a pause; nothing happens when there is none. */
  public void goOn() throws IOException {
    if (process.isAlive()) {
      signal("CONT");
    }
  }

  private void signal(String name) throws IOException {
    Process kill =
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid())).start();
    try {
      if (!kill.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS) || kill.exitValue() != 0) {
        throw new IOException("cannot send the signal " + name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    kill();
  }
}
