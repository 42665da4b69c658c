/**
 * The visit log: the record of every visit and action, kept as columns in segments.
 *
 * <p>Owns the column catalogue ({@link org.footfall.visitlog.Columns}), the segment format and its
 * codec, the tables {@code log_segment}, {@code log_segment_group}, {@code log_segment_day} and
 * {@code log_day}, writing a batch ({@link org.footfall.visitlog.LogWriter}) and reading days in
 * one consistent snapshot ({@link org.footfall.visitlog.LogReader}).
 *
 * <p>Refuses segments whose bytes are damaged: they are set aside by name and never yield a number.
 * Knows nothing of what a visit is or who asks; hands on tables of columns. Sees mechanics only.
 */
package org.footfall.visitlog;
