package org.footfall.report;

/** Parts of a referrer's key, in the order {@link Source#REFERRER} names them. */
final class ReferrerKey {
  static final int TYPE = 0;
  static final int NAME = 1;
  static final int KEYWORD = 2;
  static final int ADDRESS = 3;

  private ReferrerKey() {}
}
