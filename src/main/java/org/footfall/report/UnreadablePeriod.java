package org.footfall.report;

/** What was asked for is no period; {@link #fault()} says which part of it. */
public final class UnreadablePeriod extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    KIND,
    DATE,
    TOO_MANY
  }

  private final Fault fault;
  private final String text;

  UnreadablePeriod(Fault fault, String text) {
    super(fault + ": " + text);
    this.fault = fault;
    this.text = text;
  }

  public Fault fault() {
    return fault;
  }

  /** The text as it came. */
  public String text() {
    return text;
  }
}
