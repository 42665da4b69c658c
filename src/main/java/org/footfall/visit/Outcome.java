package org.footfall.visit;

/**
 * What a hit became.
 *
 * @param visit as it stands after the hit
 * @param position the action's place in the visit, in order of arrival, from 0
 * @param secondsBefore how long the action before lasted, at most half an hour
 * @param interactionPosition the visit's page views and searches so far, this one included
 */
public record Outcome(Visit visit, int position, int secondsBefore, int interactionPosition) {}
