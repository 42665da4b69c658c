package org.footfall.visitlog;

/**
 * Something in the log that is not as it should be.
 *
 * @param what which place, and what is wrong with it
 * @param fix what an operator does about it
 */
public record LogDamage(String what, String fix) {}
