package org.footfall.queue;

import java.util.Comparator;

/** The id that Redis gave to a stream entry: its clock in milliseconds, and a number in that. */
record StreamId(long millis, long number) implements Comparable<StreamId> {
  static final StreamId BEFORE_ALL = new StreamId(0, 0);
  private static final Comparator<StreamId> ORDER =
      Comparator.comparingLong(StreamId::millis).thenComparingLong(StreamId::number);

  static StreamId parse(String text) {
    int dash = text.indexOf('-');
    return new StreamId(
        Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }

  @Override
  public int compareTo(StreamId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return millis + "-" + number;
  }
}
