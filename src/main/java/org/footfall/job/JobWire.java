package org.footfall.job;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.footfall.job.JobReport.Outcome;

/** What goes over a {@link JobSocket}, and the asking end of it. */
public final class JobWire {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ANSWER = 64 * 1024;

  private JobWire() {}

  /**
   * Has the server that listens there run a job, and waits for its end.
   *
   * @return nothing when no server listens
   */
  public static Optional<JobReport> ask(Path path, String job) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      if (!server.connect(UnixDomainSocketAddress.of(path))) {
        return Optional.empty();
      }
      send(server, job + "\n");
      return Optional.of(report(readAll(server)));
    } catch (ConnectException e) {
      return Optional.empty();
    }
  }

  static void write(SocketChannel channel, JobReport report) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(report.outcome()).append('\n');
    text.append(report.sentence().replace('\n', ' ')).append('\n');
    report.figures().forEach((name, figure) -> text.append(name + "=" + figure + "\n"));
    send(channel, text.toString());
  }

  private static JobReport report(String text) throws IOException {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2) {
      throw new EOFException("The server ended before the job did.");
    }
    JobReport report = JobReport.of(Outcome.valueOf(lines.get(0)), lines.get(1));
    for (String line : lines.subList(2, lines.size())) {
      int equals = line.lastIndexOf('=');
      report = report.with(line.substring(0, equals), Long.parseLong(line.substring(equals + 1)));
    }
    return report;
  }

  /**
   * A line, without its end.
   *
   * @throws IOException also when it does not come in time
   */
  static String readLine(SocketChannel channel, Duration patience) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    StringBuilder line = new StringBuilder();
    long end = System.nanoTime() + patience.toNanos();
    channel.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      for (int n = channel.read(one); n >= 0 && !isEnd(one); n = channel.read(one)) {
        if (n > 0) {
          line.append((char) (one.get(0) & 0xff));
          one.clear();
        } else {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0) {
            throw new IOException("no job was named within " + patience);
          }
          selector.select(left);
          selector.selectedKeys().clear();
        }
        if (line.length() > LONGEST_NAME) {
          throw new IOException("the name of a job is shorter");
        }
      }
    }
    channel.configureBlocking(true);
    return line.toString();
  }

  private static boolean isEnd(ByteBuffer one) {
    return one.position() == 1 && one.get(0) == '\n';
  }

  /** All that comes; a server that refuses may hang up before it has read what was sent. */
  private static String readAll(SocketChannel channel) throws IOException {
    ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
    try {
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      if (answer.position() == 0) {
        throw e;
      }
    }
    return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
  }

  private static void send(SocketChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes);
    }
  }
}
