package org.footfall.queue;

/**
 * A run of Redis whose promises are known.
 *
 * @param epoch as {@link RedisConnections} counts them; 0 before the first answer
 * @param copying whether it keeps no append-only file, so that the spool keeps a copy of every hit
 *     until it is in the log
 */
record RedisRun(int epoch, boolean copying) {
  static final RedisRun NONE = new RedisRun(0, false);
}
