package org.footfall.segment;

import java.util.List;

/** A definition that selects nothing because it cannot be read; the message is for its author. */
public final class UnreadableSegment extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_QUOTE = 200;

  /** What is wrong. */
  public enum Fault {
    TOO_LONG,
    TOO_MANY_CONDITIONS,
    /** A condition without a name, an operator or a value where it needs one. */
    CONDITION,
    /** A name that nobody knows. */
    NAME,
    /** A dimension of some site's own, where no site is known or several are meant. */
    NOT_HERE,
    /** A value or an operator that does not go with the name. */
    VALUE
  }

  private final Fault fault;
  private final List<String> nearest;

  UnreadableSegment(Fault fault, String message) {
    this(fault, message, List.of());
  }

  private UnreadableSegment(Fault fault, String message, List<String> nearest) {
    super(message);
    this.fault = fault;
    this.nearest = List.copyOf(nearest);
  }

  static UnreadableSegment condition(String condition) {
    return new UnreadableSegment(
        Fault.CONDITION, "The segment condition '" + quote(condition) + "' is not valid.");
  }

  static UnreadableSegment name(String name, List<String> nearest) {
    return new UnreadableSegment(
        Fault.NAME, "Segment '" + quote(name) + "' is not a supported segment.", nearest);
  }

  static UnreadableSegment notHere(String name) {
    return new UnreadableSegment(
        Fault.NOT_HERE, "Only visits of one site can be selected by '" + quote(name) + "'.");
  }

  /**
   * @param wish what would do, as the end of a sentence
   */
  static UnreadableSegment value(String name, String value, String wish) {
    return new UnreadableSegment(
        Fault.VALUE, "'" + quote(value) + "' does not do for '" + name + "', which takes " + wish);
  }

  public Fault fault() {
    return fault;
  }

  /** Known names like the one that is not, the likest first; mostly empty. */
  public List<String> nearest() {
    return nearest;
  }

  private static String quote(String text) {
    return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "…";
  }
}
