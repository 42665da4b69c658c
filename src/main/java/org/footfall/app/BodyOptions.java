package org.footfall.app;

import java.time.Duration;

/**
 * What bodies of requests may take.
 *
 * @param trackingBytes one that brings hits
 * @param otherBytes any other one
 * @param allBytes all at one time
 * @param patience from the head of a request to the end of its body
 */
record BodyOptions(int trackingBytes, int otherBytes, long allBytes, Duration patience) {}
