package org.footfall.visit;

/**
 * Where installations differ in what a visit is.
 *
 * @param userIdIsVisitor hits of one user id are one visitor on all devices
 * @param trustCookies a hit with a visitor id never joins a visit by its device
 * @param newOnWebsite coming from another website than before begins a new visit
 */
public record VisitChoices(boolean userIdIsVisitor, boolean trustCookies, boolean newOnWebsite) {
  public static final VisitChoices USUAL = new VisitChoices(true, false, false);
}
