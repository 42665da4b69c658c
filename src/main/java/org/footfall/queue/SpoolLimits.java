package org.footfall.queue;

/**
 * The bounds of a spool.
 *
 * @param maxBytes of all its files together; above it nothing is taken
 * @param segmentBytes a file takes no further record once it has this size
 * @param sync whether an append waits until the disk has it
 */
record SpoolLimits(long maxBytes, int segmentBytes, boolean sync) {}
