package org.footfall.queue;

/**
 * A hit could not be stored: neither Redis nor the disk spool took it, or too much waits already.
 * The client must be told to come again.
 */
public final class QueueUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public QueueUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
