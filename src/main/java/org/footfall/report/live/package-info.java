/**
 * Single visits: who was here last, and what they did.
 *
 * <p>Owns finding visits by when they ended ({@link org.footfall.report.live.LiveLog}), counting
 * those of the last minutes, and what is worked out for one visit and not for many: how long each
 * page was looked at ({@link org.footfall.report.live.TimeSpent}), what a visitor has bought so far
 * ({@link org.footfall.report.live.Purchases}). Reads the log itself, nothing that was archived, so
 * the newest hits are in. Refuses to know how an answer is spelled: that is for {@code api}. Hands
 * on rows by the names of the log's columns.
 */
package org.footfall.report.live;
