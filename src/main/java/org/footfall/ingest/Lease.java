package org.footfall.ingest;

import java.time.Duration;

/**
 * Which node should work on a shard. It saves the others the work; that nobody writes twice is not
 * up to it.
 *
 * @param owner the node's name, the same after a restart
 * @param length how long after its last batch others leave the shard to its owner
 */
record Lease(String owner, Duration length) {}
