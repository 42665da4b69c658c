/**
 * The place of an address.
 *
 * <p>Owns the reading of {@code .mmdb} files, and taking up new versions of them while the server
 * runs; one with countries comes along (IP addresses by country, CC0, from the registries' data).
 * Hands on a {@link org.footfall.enrich.geo.Place}. Refuses to know where an address came from.
 */
package org.footfall.enrich.geo;
