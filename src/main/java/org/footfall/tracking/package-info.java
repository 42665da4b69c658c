/**
 * The door: what a client sends becomes a {@link org.footfall.tracking.TrackingRequest}, a named
 * exclusion or a {@code Rejection}.
 *
 * <p>Owns Matomo's parameter names on the way in, the rules that can be judged without the log, the
 * {@code Snapshot} they are judged by, and how a request is stored in the queue. Never waits for
 * the database, and never hands on a token or, while masking is on, an address. Knows nothing of
 * HTTP servers: {@code tracking.http} does.
 */
package org.footfall.tracking;
