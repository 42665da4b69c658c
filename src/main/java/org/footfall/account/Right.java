package org.footfall.account;

/** What a person may do with one site; each right holds those before it. */
public enum Right {
  VIEW,
  WRITE,
  ADMIN;

  /** Whether this right holds the asked one. */
  public boolean covers(Right asked) {
    return compareTo(asked) >= 0;
  }
}
