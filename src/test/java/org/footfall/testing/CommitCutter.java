package org.footfall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.footfall.store.DatabaseConfig;

/**
 * Stands between a client and MariaDB and can break the connection at the moment of a commit, so
 * that the client cannot know whether the transaction was stored.
 */
public final class CommitCutter implements AutoCloseable {
  /** What happens at the next commit. */
  public enum Cut {
    NONE,
    /** The commit does not reach the server. */
    BEFORE,
    /** The server commits; its answer does not reach the client. */
    AFTER
  }

  private static final byte[] COMMIT = "\3COMMIT".getBytes(StandardCharsets.ISO_8859_1);
  private static final int HEADER = 4;

  private final DatabaseConfig server;
  private final ServerSocket door;
  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);

  public CommitCutter(DatabaseConfig server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::listen);
  }

  /** The database as reached through here. */
  public DatabaseConfig config() {
    return DatabaseConfig.of(
        "127.0.0.1", door.getLocalPort(), server.name(), server.user(), server.password());
  }

  /** Breaks the connection that commits next. */
  public void cutNext(Cut cut) {
    next.set(cut);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "commit cutter");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        Socket database = new Socket(server.host(), server.port());
        start(() -> pass(client, database, true));
        start(() -> pass(database, client, false));
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }

  private void pass(Socket from, Socket to, boolean commands) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        Cut cut = commands && isCommit(buffer, length) ? next.getAndSet(Cut.NONE) : Cut.NONE;
        if (cut == Cut.BEFORE) {
          return;
        }
        if (cut == Cut.AFTER) {
          from.shutdownOutput();
        }
        out.write(buffer, 0, length);
        if (cut == Cut.AFTER) {
          // The other direction ends when the answer has come, which is when it is stored.
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
      }
    } catch (IOException e) {
      // One side has gone; the other one is closed.
      return;
    }
  }

  private static boolean isCommit(byte[] bytes, int length) {
    return length == HEADER + COMMIT.length
        && Arrays.equals(bytes, HEADER, length, COMMIT, 0, COMMIT.length);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
