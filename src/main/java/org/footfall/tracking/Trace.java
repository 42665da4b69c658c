package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What each step decided about a hit, for somebody who asks why. Off, it costs nothing. */
public final class Trace {
  /** Nobody asks. */
  static final Trace OFF = new Trace(false);

  /** What one step decided. */
  public record Line(String step, String decision) {}

  private final boolean on;
  private final List<Line> lines = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  static Trace on() {
    return new Trace(true);
  }

  void tell(String step, Supplier<String> decision) {
    if (on) {
      lines.add(new Line(step, decision.get()));
    }
  }

  List<Line> lines() {
    return lines;
  }
}
