package org.footfall.app;

/** One thing that must hold for this process to be of use. */
record HealthCheck(String name, Look look) {
  /** Looks, each time anew. */
  @FunctionalInterface
  interface Look {
    /**
     * @return what was found, in a few words
     * @throws Exception whose message says what is wrong
     */
    String look() throws Exception;
  }
}
