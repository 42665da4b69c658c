package org.footfall.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What one request may take, with all its questions, sites and periods: time, rows, and looks. */
final class ApiBudget {
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final int MOST_ROWS = 2_000_000;
  private static final int UNAVAILABLE = 503;
  private static final int BAD_REQUEST = 400;

  private final Clock clock;
  private final Instant end;
  private final Limited.Looks looks = new Limited.Looks();
  private long rows;

  ApiBudget(Clock clock) {
    this.clock = clock;
    this.end = clock.instant().plus(TIME);
  }

  /** To be called before anything that takes long. */
  void checkTime() throws ApiException {
    if (clock.instant().isAfter(end)) {
      throw ApiException.of(
          UNAVAILABLE,
          "The request takes longer than "
              + TIME.toSeconds()
              + " s. Ask for less at once, or again later.");
    }
  }

  /** Counts rows, on all levels, that are kept until the answer is written. */
  void take(int more) throws ApiException {
    rows += more;
    if (rows > MOST_ROWS) {
      throw ApiException.of(
          BAD_REQUEST,
          "The answer would hold more than " + MOST_ROWS + " rows. Ask for less at once.");
    }
  }

  Limited.Looks looks() {
    return looks;
  }
}
