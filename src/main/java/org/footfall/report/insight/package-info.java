/**
 * What changed between two periods, as far as it is worth telling.
 *
 * <p>Owns comparing two lists of rows ({@link org.footfall.report.insight.Insights}) and what
 * counts as a change that stands out ({@link org.footfall.report.insight.Threshold}). Refuses to
 * read reports: rows are handed in, in the order in which they are shown.
 */
package org.footfall.report.insight;
