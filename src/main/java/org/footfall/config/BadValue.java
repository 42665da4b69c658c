package org.footfall.config;

/** A value that a setting cannot take; the message completes "KEY must be …". */
final class BadValue extends Exception {
  private static final long serialVersionUID = 1L;

  BadValue(String mustBe) {
    super(mustBe);
  }
}
