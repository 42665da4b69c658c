/**
 * What a hit is and which visit it belongs to.
 *
 * <p>Owns the typed {@link org.footfall.visit.Hit}, how visitors are recognised, how pages are told
 * apart, and the rules by which hits become visits and actions; all of it in memory and without
 * input or output. Refuses to know how hits travel or where visits are stored: {@code ingest}
 * decodes the one and keeps the other. Sees {@code site}, {@code tracking} and {@code enrich}.
 */
package org.footfall.visit;
