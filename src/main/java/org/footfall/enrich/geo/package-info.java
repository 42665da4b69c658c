/**
 * The place of an address.
 *
 * <p>Owns the reading of {@code .mmdb} files; one with countries comes along (IP addresses by
 * country, CC0, from the registries' data). Hands on a country code in lower case, or the empty
 * text. Refuses to know where an address came from.
 */
package org.footfall.enrich.geo;
