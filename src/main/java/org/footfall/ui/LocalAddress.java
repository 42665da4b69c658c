package org.footfall.ui;

/** Addresses that lead back to this installation and nowhere else. */
final class LocalAddress {
  private static final int LONGEST = 2_000;

  private LocalAddress() {}

  /**
   * The address itself when it is a path of ours, else the start page. Browsers read {@code
   * //host}, {@code /\host} and paths with control characters in them as other hosts, so these are
   * not paths.
   */
  static String orHome(String address) {
    return isLocal(address) ? address : "/";
  }

  private static boolean isLocal(String address) {
    if (address == null || address.length() > LONGEST || !address.startsWith("/")) {
      return false;
    }
    if (address.startsWith("//") || address.indexOf('\\') >= 0) {
      return false;
    }
    return address.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
