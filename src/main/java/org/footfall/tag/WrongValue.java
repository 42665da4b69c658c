package org.footfall.tag;

/** A value that its place in a page does not take; the message says which and what would do. */
public final class WrongValue extends Exception {
  private static final long serialVersionUID = 1L;

  WrongValue(String name, String mustBe) {
    super("The parameter '" + name + "' must be " + mustBe + ".");
  }
}
