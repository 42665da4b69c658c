package org.footfall.api;

/** Brings everything received so far into the log, so that reports hold it. */
@FunctionalInterface
public interface CatchUp {
  /**
   * Returns when it is done.
   *
   * @return whether it worked; the sentence tells what was done, or what went wrong
   */
  Outcome run();

  /** How it ended. */
  record Outcome(boolean done, String sentence) {}
}
