/**
 * What is done to an address before anything is kept: who sent it (behind trusted proxies), its
 * mask, its keyed hash; and to names and referring addresses: pseudonyms, and cutting off.
 *
 * <p>Owns the table {@code daily_salt} and the privacy settings. Takes addresses as 4 or 16 bytes,
 * with IPv4 inside IPv6 made plain, and an empty array for "unknown". Hands on masked addresses and
 * hashes only; refuses to keep, log or print an address.
 */
package org.footfall.privacy;
