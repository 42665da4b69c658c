package org.footfall.visit;

/**
 * What a site tells of its own: dimensions by slot, and variables as name 1, value 1, name 2 ….
 *
 * @param visit dimensions of the visit
 * @param action dimensions of the action
 */
public record Custom(Slots visit, Slots action, Slots visitVariables, Slots actionVariables) {
  public static final Custom NONE = new Custom(Slots.NONE, Slots.NONE, Slots.NONE, Slots.NONE);
}
