package org.footfall.privacy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses as texts. Never asks a name server, whatever the text is; takes away brackets, ports
 * and zones; gives IPv4 that is wrapped in IPv6 as IPv4.
 */
public final class IpText {
  private static final byte[] UNKNOWN = {};
  private static final int LONGEST = 64;

  private IpText() {}

  /** 4 or 16 bytes, or none when it is not an address. */
  public static byte[] parse(String text) {
    String bare = bare(text.strip());
    byte[] four = four(bare);
    if (four.length == 4 || bare.indexOf(':') < 0 || bare.length() > LONGEST) {
      return four;
    }
    IPAddress address = new IPAddressString(bare, AddressRange.FORM).getAddress();
    return address == null || address.isMultiple() ? UNKNOWN : plain(address.getBytes());
  }

  /** An address of 4 or 16 bytes as people write it; "unknown" for an empty one. */
  public static String of(byte[] address) {
    try {
      return address.length == 0 ? "unknown" : InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of " + address.length + " bytes", e);
    }
  }

  /** The address, with IPv4 that is wrapped in IPv6 unwrapped. */
  public static byte[] plain(byte[] address) {
    if (address.length != 16 || address[10] != -1 || address[11] != -1) {
      return address;
    }
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    return Arrays.copyOfRange(address, 12, 16);
  }

  private static String bare(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? "" : withoutZone(text.substring(1, end));
    }
    int colon = text.indexOf(':');
    boolean port = colon > 0 && text.indexOf(':', colon + 1) < 0 && text.indexOf('.') > 0;
    return withoutZone(port ? text.substring(0, colon) : text);
  }

  private static String withoutZone(String text) {
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  private static byte[] four(String text) {
    if (text.length() < 7 || text.length() > 15) {
      return UNKNOWN;
    }
    byte[] bytes = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + c - '0';
      } else if (c == '.' && part < 3 && value >= 0) {
        bytes[part++] = (byte) value;
        value = -1;
      } else {
        return UNKNOWN;
      }
      if (value > 255) {
        return UNKNOWN;
      }
    }
    bytes[part] = (byte) value;
    return part == 3 && value >= 0 ? bytes : UNKNOWN;
  }
}
