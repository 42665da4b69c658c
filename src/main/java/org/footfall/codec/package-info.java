/**
 * Layouts of numbers and texts as few bytes.
 *
 * <p>Owns how columns of whole numbers ({@link org.footfall.codec.NumberCoding}) and sorted texts
 * ({@link org.footfall.codec.TextList}) become byte strings, how such pieces are compressed, packed
 * and checksummed together ({@link org.footfall.codec.PiecePack}), and how they lie in memory once
 * read ({@link org.footfall.codec.Numbers}). Trusts no byte it reads. Knows nothing of what the
 * columns mean.
 */
package org.footfall.codec;
