package org.footfall.segment;

/**
 * What stands between name and value. Three of them say that something is not so: they are true
 * wherever their {@link Match} is not, absent values included.
 */
enum Operator {
  // Longer ones first: "<" also begins "<=".
  EQUAL("==", Match.EQUAL, false),
  NOT_EQUAL("!=", Match.EQUAL, true),
  AT_MOST("<=", Match.AT_MOST, false),
  AT_LEAST(">=", Match.AT_LEAST, false),
  CONTAINS("=@", Match.CONTAINS, false),
  CONTAINS_NOT("!@", Match.CONTAINS, true),
  STARTS("=^", Match.STARTS, false),
  ENDS("=$", Match.ENDS, false),
  LESS("<", Match.LESS, false),
  MORE(">", Match.MORE, false);

  private final String sign;
  private final Match match;
  private final boolean negated;

  Operator(String sign, Match match, boolean negated) {
    this.sign = sign;
    this.match = match;
    this.negated = negated;
  }

  /** How a present value may agree with the one asked for; an absent value never does. */
  enum Match {
    EQUAL,
    CONTAINS,
    STARTS,
    ENDS,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    /** It is there; no value is asked for. */
    PRESENT;

    /** Whether it needs values that have an order. */
    boolean orders() {
      return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }

    /** Whether it looks into the spelling of values. */
    boolean spells() {
      return this == CONTAINS || this == STARTS || this == ENDS;
    }
  }

  /** The operator at a place of a text, or null. */
  static Operator at(String text, int place) {
    for (Operator operator : values()) {
      if (text.startsWith(operator.sign, place)) {
        return operator;
      }
    }
    return null;
  }

  String sign() {
    return sign;
  }

  /** Whether it may stand before an empty value: "is empty" and "has a value". */
  boolean takesEmpty() {
    return match == Match.EQUAL;
  }

  Match match(String value) {
    return value.isEmpty() ? Match.PRESENT : match;
  }

  /** Whether it holds where its match does not. "Is empty" is the negation of "is present". */
  boolean negates(String value) {
    return negated != value.isEmpty();
  }
}
