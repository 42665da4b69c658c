package org.footfall.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how far we are (units of {@code Type=notify}). Java has no datagram sockets of the
 * unix kind, so systemd's own small program speaks for us; elsewhere this does nothing.
 */
final class Systemd {
  private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);
  private static final long LIMIT_SECONDS = 5;

  private final boolean listening;

  Systemd(boolean listening) {
    this.listening = listening;
  }

  static Systemd ofEnvironment() {
    return new Systemd(System.getenv("NOTIFY_SOCKET") != null);
  }

  void ready(String status) {
    tell("--ready", "--status=" + status);
  }

  void stopping() {
    tell("STOPPING=1");
  }

  private void tell(String... words) {
    if (!listening) {
      return;
    }
    String[] command = new String[words.length + 1];
    command[0] = "systemd-notify";
    System.arraycopy(words, 0, command, 1, words.length);
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        LOG.warn("systemd-notify did not end within {} s", LIMIT_SECONDS);
      }
    } catch (IOException e) {
      LOG.warn("cannot tell systemd: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
