/**
 * Reports over the visit log.
 *
 * <p>Owns what a report is ({@link org.footfall.report.Report}, all declared in {@link
 * org.footfall.report.ReportCatalogue}), what a period is ({@link org.footfall.report.Period}), and
 * the engine that turns a query into a {@link org.footfall.report.DataTable}: one pass over a day's
 * rows, days merged to periods, results kept by the versions of their days. Refuses to know how an
 * answer is spelled, sorted or cut: that is for {@code api} and {@code ui}. Hands on tables of
 * unformatted numbers.
 */
package org.footfall.report;
