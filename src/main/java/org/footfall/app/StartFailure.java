package org.footfall.app;

/** The start cannot succeed until an operator acts; the message says in plain words how. */
public final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
