package org.footfall.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A load generator that costs little itself: one thread, one selector, keep-alive connections, one
 * request in flight on each. Requests are prepared bytes; answers are read as far as their length,
 * which the first line and Content-Length tell. It stops after a number of requests or a time,
 * whatever comes first.
 */
final class LoadClient {
  /** What a run showed; latencies in milliseconds. */
  record Result(int requests, int failures, double seconds, double p50, double p99) {
    double perSecond() {
      return requests / seconds;
    }
  }

  private static final byte[] CONTENT_LENGTH =
      "content-length:".getBytes(StandardCharsets.US_ASCII);

  private static final int PACED_CONNECTIONS = 64;

  private final int port;
  private final IntFunction<byte[]> requests;

  /** Sends {@code requests.apply(0)}, {@code apply(1)} … to a port of the loopback address. */
  LoadClient(int port, IntFunction<byte[]> requests) {
    this.port = port;
    this.requests = requests;
  }

  private final class Connection {
    final SocketChannel channel;
    final ByteBuffer in = ByteBuffer.allocate(16 * 1024);
    ByteBuffer out = ByteBuffer.allocate(0);
    long sentAt;

    Connection(Selector selector) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(int number) throws IOException {
      out = ByteBuffer.wrap(requests.apply(number));
      sentAt = System.nanoTime();
      while (out.hasRemaining()) {
        channel.write(out);
      }
      in.clear();
    }

    /** The status once the whole answer is there, else 0; -1 when the other side hung up. */
    int receive() throws IOException {
      if (channel.read(in) < 0) {
        return -1;
      }
      byte[] bytes = in.array();
      int head = endOfHead(bytes, in.position());
      if (head < 0 || in.position() < head + contentLength(bytes, head)) {
        return 0;
      }
      return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    }
  }

  Result run(int concurrency, int total, double maxSeconds) throws IOException {
    long[] nanos = new long[total];
    int sent = 0;
    int done = 0;
    int failures = 0;
    long start = System.nanoTime();
    long end = start + (long) (maxSeconds * 1e9);
    try (Selector selector = Selector.open()) {
      int open = 0;
      for (; open < Math.min(concurrency, total); open++) {
        new Connection(selector).send(sent++);
      }
      while (open > 0) {
        selector.select(1_000);
        if (selector.selectedKeys().isEmpty() && System.nanoTime() > end + 30_000_000_000L) {
          throw new IOException(open + " requests were never answered");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          Connection connection = (Connection) key.attachment();
          int status = connection.receive();
          if (status == 0) {
            continue;
          }
          long now = System.nanoTime();
          nanos[done++] = now - connection.sentAt;
          if (status != 200 && status != 204) {
            failures++;
          }
          if (status > 0 && sent < total && now < end) {
            connection.send(sent++);
          } else {
            connection.channel.close();
            open--;
          }
        }
        selector.selectedKeys().clear();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos, 0, done);
    return new Result(done, failures, seconds, at(nanos, done, 0.5), at(nanos, done, 0.99));
  }

  /**
   * Sends so many requests a second, whatever the answers do; a latency counts from the moment when
   * its request was due.
   */
  Result paced(int perSecond, int seconds) throws IOException {
    int total = perSecond * seconds;
    long[] nanos = new long[total];
    int sent = 0;
    int done = 0;
    int failures = 0;
    long start = System.nanoTime();
    ArrayDeque<Connection> idle = new ArrayDeque<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < PACED_CONNECTIONS; i++) {
        idle.add(new Connection(selector));
      }
      while (done < total) {
        long now = System.nanoTime();
        long due = start + sent * 1_000_000_000L / perSecond;
        if (sent < total && now >= due && !idle.isEmpty()) {
          Connection connection = idle.remove();
          connection.send(sent++);
          connection.sentAt = due;
          continue;
        }
        if (now > start + (seconds + 60) * 1_000_000_000L) {
          throw new IOException(total - done + " requests were never answered");
        }
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
          Connection connection = (Connection) key.attachment();
          int status = connection.receive();
          if (status == 0) {
            continue;
          }
          nanos[done++] = System.nanoTime() - connection.sentAt;
          if (status != 200 && status != 204) {
            failures++;
          }
          idle.add(status > 0 ? connection : new Connection(selector));
        }
        selector.selectedKeys().clear();
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos, 0, done);
    return new Result(done, failures, took, at(nanos, done, 0.5), at(nanos, done, 0.99));
  }

  private static double at(long[] sorted, int count, double share) {
    return sorted[Math.min(count - 1, (int) (count * share))] / 1e6;
  }

  private static int endOfHead(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(byte[] bytes, int head) {
    for (int i = 0; i + CONTENT_LENGTH.length < head; i++) {
      if (bytes[i] == '\n' && matches(bytes, i + 1)) {
        int value = 0;
        for (int j = i + 1 + CONTENT_LENGTH.length; bytes[j] != '\r'; j++) {
          if (bytes[j] >= '0' && bytes[j] <= '9') {
            value = value * 10 + bytes[j] - '0';
          }
        }
        return value;
      }
    }
    return 0;
  }

  private static boolean matches(byte[] bytes, int from) {
    for (int k = 0; k < CONTENT_LENGTH.length; k++) {
      if ((bytes[from + k] | 0x20) != (CONTENT_LENGTH[k] | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
