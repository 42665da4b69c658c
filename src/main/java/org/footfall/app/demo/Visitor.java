package org.footfall.app.demo;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Somebody with a device somewhere.
 *
 * @param id what a cookie holds, or empty for one who takes none
 * @param address masked already; {@code addressHash} stands for the whole
 */
record Visitor(
    String id,
    String userAgent,
    String resolution,
    String country,
    String language,
    byte[] address,
    long addressHash) {
  private static final double WITHOUT_COOKIE = 0.3;

  static Visitor make(Choices devices, Choices places, boolean app, SplittableRandom random) {
    List<String> device = devices.choose(random);
    List<String> place = places.choose(random);
    boolean known = app || random.nextDouble() >= WITHOUT_COOKIE;
    return new Visitor(
        known ? HexFormat.of().toHexDigits(random.nextLong()) : "",
        device.get(2),
        device.get(1),
        place.get(1),
        place.get(2),
        new byte[] {(byte) (1 + random.nextInt(220)), (byte) random.nextInt(256), 0, 0},
        random.nextLong());
  }
}
