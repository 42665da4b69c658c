/**
 * The tracking API over HTTP: {@code /matomo.php}, {@code /piwik.php} and their aliases; and what
 * pages of others load from here, the tag and the opt-out form.
 *
 * <p>Owns statuses, headers and bodies of the answers. The server has read a request's body before,
 * within limits. Decides nothing about hits: {@link org.footfall.tracking.Acceptance} does. Hands
 * accepted hits to the queue and answers when it has confirmed them; no thread waits meanwhile.
 */
package org.footfall.tracking.http;
