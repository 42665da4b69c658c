package org.footfall.tag;

/**
 * A script as the build made it.
 *
 * @param hash changes with the content, as it stands in the addresses of parts
 * @param bytes ASCII, so that it means the same in pages of any encoding
 * @param gzip the same, compressed
 * @param brotli the same, compressed; empty if it does not lie ready
 * @param map what debuggers show instead of it; empty if it is not known
 */
public record TagFile(String hash, byte[] bytes, byte[] gzip, byte[] brotli, byte[] map) {}
