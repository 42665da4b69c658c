package org.footfall.visit;

import java.util.List;
import org.footfall.tracking.TrackingRequest;

/** What the browser says it can do, as a bit each. The bits are part of the stored format. */
public final class Plugins {
  /** The parameter of bit 0, of bit 1 …. */
  private static final List<String> BITS =
      List.of("cookie", "fla", "java", "qt", "realp", "pdf", "wma", "ag", "dir", "gears");

  private Plugins() {}

  public static int of(TrackingRequest request) {
    int bits = 0;
    for (int bit = 0; bit < BITS.size(); bit++) {
      if (request.parameter(BITS.get(bit)).equals("1")) {
        bits |= 1 << bit;
      }
    }
    return bits;
  }
}
