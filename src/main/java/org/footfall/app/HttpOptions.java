package org.footfall.app;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How the web server listens and what it bounds.
 *
 * @param port 0 means any free one
 * @param threads all threads that answer requests
 * @param readers requests for reports and pages that are answered at once
 * @param readerPatience how long further ones wait for a place
 * @param headerBytes largest head of a request, its address included
 * @param stopPatience how long requests in progress may take at the stop
 * @param trustedProxies whose forwarding headers are believed
 */
record HttpOptions(
    String host,
    int port,
    int threads,
    int connections,
    int readers,
    Duration readerPatience,
    BodyOptions bodies,
    int headerBytes,
    Duration idleTimeout,
    Duration stopPatience,
    Predicate<InetAddress> trustedProxies) {

  /** Requests for reports and pages that wait at most; more are turned away at once. */
  int waitingReaders() {
    return readers * 16;
  }
}
