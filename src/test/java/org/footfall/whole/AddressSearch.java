package org.footfall.whole;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for addresses in bytes: in each way of writing them, in hexadecimal and as a number, and as
 * the 4 or 16 bytes they are, also behind zstd's compression.
 */
final class AddressSearch {
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final int MOST_UNPACKED = 64 << 20;

  private final List<Needle> needles = new ArrayList<>();
  private final Set<String> found = new TreeSet<>();
  private long bytes;

  private record Needle(String name, byte[] form, boolean text) {}

  AddressSearch(List<String> addresses) {
    for (String address : addresses) {
      byte[] raw = bytes(address);
      needles.add(new Needle(address + " raw", raw, false));
      for (String form : forms(address, raw)) {
        needles.add(new Needle(form, form.getBytes(StandardCharsets.US_ASCII), true));
      }
    }
  }

  /** The 4 or 16 bytes of an address. */
  static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Set<String> forms(String address, byte[] raw) {
    Set<String> forms = new TreeSet<>();
    String hex = HexFormat.of().formatHex(raw);
    forms.add(hex);
    if (raw.length == 4) {
      forms.add(address);
      forms.add(Long.toString(Long.parseLong(hex, 16)));
      forms.add(hex.substring(0, 4) + ":" + hex.substring(4));
    } else {
      for (String form : List.of(address, javaForm(raw), fullForm(hex))) {
        forms.add(form.toLowerCase(Locale.ROOT));
        forms.add(form.toLowerCase(Locale.ROOT).replace(":", "%3a"));
      }
    }
    return forms;
  }

  private static String javaForm(byte[] raw) {
    try {
      return InetAddress.getByAddress(raw).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String fullForm(String hex) {
    return hex.replaceAll("(.{4})(?!$)", "$1:");
  }

  /** Where addresses were found, and in which form. */
  Set<String> found() {
    return found;
  }

  /** How much has been looked through. */
  long bytes() {
    return bytes;
  }

  void look(String place, String hay) {
    look(place, hay.getBytes(StandardCharsets.UTF_8));
  }

  /** Numbers are packed where they are kept; here they are compared unpacked. */
  void look(String place, long number) {
    look(place, Long.toString(number));
  }

  void look(String place, byte[] hay) {
    bytes += hay.length;
    byte[] lower = lower(hay);
    for (Needle needle : needles) {
      if (indexOf(needle.text() ? lower : hay, needle.form(), 0) >= 0) {
        found.add(place + ": " + needle.name());
      }
    }
    for (int at = indexOf(hay, ZSTD, 0); at >= 0; at = indexOf(hay, ZSTD, at + 1)) {
      byte[] unpacked = unpack(hay, at);
      if (unpacked.length > 0) {
        look(place + " (unpacked)", unpacked);
      }
    }
  }

  private static byte[] lower(byte[] hay) {
    byte[] lower = hay.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] |= 0x20;
      }
    }
    return lower;
  }

  private static int indexOf(byte[] hay, byte[] needle, int from) {
    for (int at = from; at <= hay.length - needle.length; at++) {
      int same = 0;
      while (same < needle.length && hay[at + same] == needle[same]) {
        same++;
      }
      if (same == needle.length) {
        return at;
      }
    }
    return -1;
  }

  /** One frame; nothing when the bytes only look like one. */
  private static byte[] unpack(byte[] hay, int at) {
    try (InputStream in =
        new ZstdInputStream(new ByteArrayInputStream(hay, at, hay.length - at))
            .setContinuous(true)) {
      return in.readNBytes(MOST_UNPACKED);
    } catch (IOException e) {
      return new byte[0];
    } catch (UncheckedIOException e) {
      return new byte[0];
    }
  }
}
