package org.footfall.visit;

/**
 * What is remembered for good of a visitor who can be recognised: the visits so far, as the latest
 * of them tells. Times are unix seconds.
 *
 * @param ordinal the visitor's dense number within the site, from 1
 * @param firstVisit when the first known visit began
 * @param lastVisit when the latest visit began
 * @param visits how many visits there were when the latest began, it included
 * @param lastOrder when the visitor last ordered; 0 = never
 */
public record Visitor(int ordinal, long firstVisit, long lastVisit, int visits, long lastOrder) {}
