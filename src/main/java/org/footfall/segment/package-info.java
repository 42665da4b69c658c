/**
 * Segments: the conditions by which clients select visits, in Matomo's notation.
 *
 * <p>Owns the grammar ({@link org.footfall.segment.Segment}), the catalogue of what visits can be
 * selected by ({@link org.footfall.segment.SegmentCatalogue}), and the evaluation over the columns
 * of the log. Refuses what it does not understand or cannot answer, in a sentence ({@link
 * org.footfall.segment.UnreadableSegment}); leaving a condition out would give numbers that look
 * right and are not. Hands on sets of rows ({@link org.footfall.segment.Selected}).
 */
package org.footfall.segment;
