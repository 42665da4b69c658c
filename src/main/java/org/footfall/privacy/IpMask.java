package org.footfall.privacy;

import java.util.Arrays;

/**
 * Zeroes the end of an address. Of IPv4 as many bytes as asked; of IPv6, where a household has
 * whole networks, the last 8, 10 or 13 bytes for 1, 2 or 3, and everything for 4.
 */
public final class IpMask {
  private static final int[] KEPT_OF_16 = {16, 8, 6, 3, 0};

  private IpMask() {}

  /** A masked copy. */
  public static byte[] mask(byte[] address, int maskedBytes) {
    if (address.length == 0 || maskedBytes == 0) {
      return address.clone();
    }
    int kept = address.length == 4 ? 4 - maskedBytes : KEPT_OF_16[maskedBytes];
    return Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
  }
}
