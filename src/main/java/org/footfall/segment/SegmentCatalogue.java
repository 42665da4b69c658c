package org.footfall.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All that visits can be selected by on every site. */
public final class SegmentCatalogue {
  private static final int OFFERED = 3;
  private static final int LONGEST_OFFERED = 40;
  private static final Map<String, SegmentDimension> BY_NAME = new LinkedHashMap<>();

  static {
    for (List<SegmentDimension> some :
        List.of(
            VisitDimensions.ALL,
            DeviceDimensions.of(DeviceNames.NONE),
            TimeDimensions.ALL,
            PlaceDimensions.ALL,
            CustomDimensions.ALL,
            ActionDimensions.ALL,
            ShopDimensions.ALL)) {
      some.forEach(dimension -> BY_NAME.put(dimension.name(), dimension));
    }
  }

  /** A site's own dimensions, which nobody knows without the site. */
  private static final Pattern OWN = Pattern.compile("dimension[1-9][0-9]{0,5}");

  private SegmentCatalogue() {}

  /** In the order in which they are declared. */
  public static List<SegmentDimension> all() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<SegmentDimension> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static SegmentDimension get(String name) throws UnreadableSegment {
    SegmentDimension known = BY_NAME.get(name);
    if (known != null) {
      return known;
    }
    if (OWN.matcher(name).matches()) {
      throw UnreadableSegment.notHere(name);
    }
    throw UnreadableSegment.name(name, nearest(name, BY_NAME.keySet()));
  }

  /** Names like another one, the likest first. */
  static List<String> nearest(String name, Collection<String> names) {
    if (name.length() > LONGEST_OFFERED) {
      return List.of();
    }
    String asked = name.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (String known : names) {
      String other = known.toLowerCase(Locale.ROOT);
      boolean part = asked.length() > 2 && other.contains(asked);
      if (part || distance(asked, other) <= Math.max(1, asked.length() / 3)) {
        near.add(known);
      }
    }
    near.sort(Comparator.comparingInt(known -> distance(asked, known.toLowerCase(Locale.ROOT))));
    return near.subList(0, Math.min(OFFERED, near.size()));
  }

  /** How many letters must be added, taken away or changed. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
