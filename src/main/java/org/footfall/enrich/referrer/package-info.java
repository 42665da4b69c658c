/**
 * Where a visit came from.
 *
 * <p>Owns the {@link org.footfall.enrich.referrer.Referrer} value, the rules that find campaigns in
 * a landing address and name the site of a referring one, the lists of known search engines, social
 * networks, AI assistants and spammers with the settings that add to them, and how much of a
 * referring address may be kept. Refuses to remember anything: what one hit says is all that is
 * looked at. Hands on to {@code visit}, which decides what a new referrer means for a visit in
 * progress.
 */
package org.footfall.enrich.referrer;
