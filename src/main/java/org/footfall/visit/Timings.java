package org.footfall.visit;

import java.util.List;
import org.footfall.codec.Told;
import org.footfall.tracking.TrackingRequest;

/** How long the parts of loading a page took, in milliseconds, as the log stores them. */
public final class Timings {
  /** In the order in which a page loads. */
  private static final List<String> NAMES =
      List.of("pf_net", "pf_srv", "pf_tfr", "pf_dm1", "pf_dm2", "pf_onl");

  /** Longer ones are no timings. */
  private static final long MOST = 16_777_215;

  public static final Timings NONE = new Timings(null);

  private final long[] values;

  private Timings(long[] values) {
    this.values = values;
  }

  public static Timings of(TrackingRequest request) {
    long[] values = null;
    for (int i = 0; i < NAMES.size(); i++) {
      long value = Numbers.whole(request.parameter(NAMES.get(i)), -1);
      if (value >= 0 && value <= MOST) {
        values = values == null ? new long[NAMES.size()] : values;
        values[i] = Told.number(value);
      }
    }
    return values == null ? NONE : new Timings(values);
  }

  public boolean isEmpty() {
    return values == null;
  }

  /** The one of a place in that order; 0 when it was not told. */
  public long get(int place) {
    return values == null ? 0 : values[place];
  }
}
