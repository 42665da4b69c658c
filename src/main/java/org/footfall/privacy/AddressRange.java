package org.footfall.privacy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSegment;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that a person named: one, a network ({@code 10.0.0.0/8}, {@code 2001:db8::/32}), or
 * with stars ({@code 192.168.*.*}). Parsed once; then each part of an address is compared with the
 * least and greatest value it may have.
 */
public final class AddressRange {
  static final IPAddressStringParameters FORM =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allow_inet_aton(false)
          .toParams();

  private static final int LONGEST = 64;

  private final int[] least;
  private final int[] greatest;

  private AddressRange(IPAddress address) {
    IPAddressSegment[] parts = address.getSegments();
    this.least = new int[parts.length];
    this.greatest = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      least[i] = parts[i].getSegmentValue();
      greatest[i] = parts[i].getUpperSegmentValue();
    }
  }

  /** What the text says, or nothing when it says none of these. */
  public static Optional<AddressRange> parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      return Optional.empty();
    }
    IPAddress address = new IPAddressString(stripped, FORM).getAddress();
    if (address == null) {
      return Optional.empty();
    }
    IPAddress block = address.isPrefixed() ? address.toPrefixBlock() : address;
    return Optional.of(new AddressRange(block));
  }

  /** Those of the texts that say something. */
  public static List<AddressRange> parseAll(List<String> texts) {
    return texts.stream().flatMap(text -> parse(text).stream()).toList();
  }

  /** Whether one of the ranges holds the address. */
  public static boolean anyHolds(List<AddressRange> ranges, byte[] address) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).holds(address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the address is one of them; never for an unknown one. */
  public boolean holds(byte[] address) {
    if (address.length != (least.length == 4 ? 4 : 16)) {
      return false;
    }
    for (int i = 0; i < least.length; i++) {
      int part =
          least.length == 4
              ? address[i] & 0xFF
              : (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF);
      if (part < least[i] || part > greatest[i]) {
        return false;
      }
    }
    return true;
  }
}
