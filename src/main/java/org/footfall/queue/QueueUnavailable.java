package org.footfall.queue;

/** Neither Redis nor the disk spool could store a hit. */
public final class QueueUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public QueueUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
