/**
 * A month and more of made-up traffic, to look at Footfall with.
 *
 * <p>Owns two sites of a food encyclopaedia that does not exist, and what visits to them look like;
 * the texts are tables beside the classes. Hits take the same way as all others, from the queue on.
 * Knows nothing of how they are counted.
 */
package org.footfall.app.demo;
