/**
 * Where a visit came from.
 *
 * <p>Owns the {@link org.footfall.enrich.referrer.Referrer} value, the rules that find campaigns in
 * a landing address and name the site of a referring one, and the list of known search engines and
 * social networks. Refuses to remember anything: what one hit says is all that is looked at. Hands
 * on to {@code visit}, which decides what a new referrer means for a visit in progress.
 */
package org.footfall.enrich.referrer;
