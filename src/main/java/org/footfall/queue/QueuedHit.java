package org.footfall.queue;

/**
 * A hit on its way from the door to the log. The payload is opaque here.
 *
 * @param shard the ordered stream it travels in
 * @param producer one run of one process
 * @param sequence counts from 1, without a gap, per producer and shard
 */
public record QueuedHit(int shard, String producer, long sequence, byte[] payload) {}
