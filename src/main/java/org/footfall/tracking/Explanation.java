package org.footfall.tracking;

/**
 * What became of a hit at the door, and why. It was not counted, and nothing of it is kept.
 *
 * @param hit what would be queued; null when it was left out or refused
 */
public record Explanation(Trace trace, TrackingRequest hit) {
  static Explanation of(Verdict verdict, Trace trace) {
    if (verdict instanceof Verdict.Accepted accepted) {
      trace.tell("door", () -> "accepted");
      return new Explanation(trace, accepted.hit());
    }
    if (verdict instanceof Verdict.Excluded out) {
      trace.tell("door", () -> "excluded, " + out.why().label());
    } else if (verdict instanceof Verdict.Refused no) {
      trace.tell("door", () -> "refused, " + no.why().label());
    }
    return new Explanation(trace, null);
  }

  /** A line for each step, for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Trace.Line line : trace.lines()) {
      text.append("%-16s %s\n".formatted(line.step(), line.decision()));
    }
    return text.append("Nothing of it was kept.\n").toString();
  }
}
