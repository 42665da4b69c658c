package org.footfall.config;

/** A value that a setting cannot take; the message completes "KEY must be …". */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Object culprit;

  BadValue(String mustBe) {
    this(mustBe, null);
  }

  /**
   * @param culprit the part of the value that is wrong; null for all of it
   */
  BadValue(String mustBe, Object culprit) {
    super(mustBe);
    this.culprit = culprit;
  }

  /** What is wrong in a value. */
  Object in(Object value) {
    return culprit == null ? value : culprit;
  }
}
