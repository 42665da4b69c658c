package org.footfall.queue;

/** Bytes that are no entry: a damaged disk, or something else wrote to our stream. */
final class MalformedEntry extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEntry(String message) {
    super(message);
  }
}
