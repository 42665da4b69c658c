/**
 * How visitors came to a page and where they went from there.
 *
 * <p>Owns counting the ways through one page over a stretch of days ({@link
 * org.footfall.report.flow.FlowLog}). Reads the log itself, since what a page is asked about is not
 * known before. Refuses to know how an answer is spelled: that is for {@code api}.
 */
package org.footfall.report.flow;
