package org.footfall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.footfall.store.DatabaseConfig;

/**
 * Stands between a client and MariaDB, so that a test can do something at the moment at which a
 * certain statement is sent: let another one go first, break the connection, end the client.
 */
public final class Wire implements AutoCloseable {
  /** How the statement looks that ends a transaction; the word alone also names an isolation. */
  public static final String COMMIT = "\3COMMIT";

  /** What becomes of the statement. */
  public enum Then {
    PASS,
    /** The connection breaks and the server has not got the statement. */
    CUT,
    /** The server gets the statement; its answer does not reach the client. */
    PASS_AND_CUT
  }

  /** What the test does, while the client waits. */
  public interface Action {
    Then call() throws Exception;
  }

  private record Watch(String words, boolean once, Action action) {}

  private final DatabaseConfig server;
  private final ServerSocket door;
  private Watch watch;
  private volatile Exception failure;

  public Wire(DatabaseConfig server) {
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

  /** Waits for a statement that holds these words, and acts once. */
  public synchronized void once(String words, Action action) {
    watch = new Watch(words, true, action);
  }

  /** Acts at each statement that holds these words. */
  public synchronized void always(String words, Action action) {
    watch = new Watch(words, false, action);
  }

  private synchronized Action action(byte[] bytes, int length) {
    if (watch == null
        || !new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(watch.words)) {
      return () -> Then.PASS;
    }
    Action action = watch.action;
    watch = watch.once ? null : watch;
    return action;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
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

  private void pass(Socket from, Socket to, boolean statements) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        Then then = statements ? act(action(buffer, length)) : Then.PASS;
        if (then == Then.CUT) {
          return;
        }
        if (then == Then.PASS_AND_CUT) {
          from.shutdownOutput();
        }
        out.write(buffer, 0, length);
        if (then == Then.PASS_AND_CUT) {
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
      }
    } catch (IOException e) {
      // One side has gone; the other one is closed.
      return;
    }
  }

  private Then act(Action action) {
    try {
      return action.call();
    } catch (Exception e) {
      failure = e;
      return Then.CUT;
    }
  }

  /** Fails if an action did. */
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }
}
