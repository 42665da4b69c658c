/**
 * The way of a hit from the door to the log, stored from the moment it is answered.
 *
 * <p>Owns: the Redis streams {@code footfall:hits:<shard>}, the disk spool, the writer that groups
 * hits into entries, the forwarder that brings spooled entries to Redis, and the numbering by which
 * the transfer recognises what it has seen.
 *
 * <p>Refuses: looking into a payload, and deciding what becomes of a hit. Payloads are bytes here;
 * the shard of a site is computed by the caller.
 *
 * <p>Hands on: {@link org.footfall.queue.QueuedHit}s, each at least once, those of a producer and a
 * shard in the order of their sequences. Dropping what comes a second time is the transfer's task.
 */
package org.footfall.queue;
