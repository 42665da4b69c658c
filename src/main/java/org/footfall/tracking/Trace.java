package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What each step decided about a hit, for somebody who asks why. Off, it costs nothing. */
public final class Trace {
  /** Nobody asks. */
  static final Trace OFF = new Trace(false);

  private static final int LONGEST = 1_000;

  /** What one step decided. */
  public record Line(String step, String decision) {}

  private final boolean on;
  private final List<Line> lines = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  /** Notes everything. */
  public static Trace on() {
    return new Trace(true);
  }

  /** Notes a decision; one line, of what strangers sent, too. */
  public void tell(String step, Supplier<String> decision) {
    if (on) {
      String text = decision.get().replaceAll("\\p{Cntrl}", " ");
      lines.add(new Line(step, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    }
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }
}
