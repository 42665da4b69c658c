package org.footfall.ui;

import java.io.IOException;
import java.time.Duration;

/** What waits to be stored, so that pages can say how fresh their figures are. */
public interface Backlog {
  /** The age of the oldest hit that waits; zero when none does. */
  Duration oldest() throws IOException;
}
