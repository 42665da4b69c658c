package org.footfall.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.footfall.visitlog.Column;

/**
 * What definitions may say on this server, of one site: all of {@link SegmentCatalogue}, with the
 * names of devices that the server knows, and the site's own dimensions and goals.
 */
public final class SegmentWords {
  /** For whom neither names of devices nor a site are known. */
  public static final SegmentWords PLAIN = new SegmentWords(Map.of(), false);

  private static final Pattern OWN = Pattern.compile("dimension[1-9][0-9]{0,5}");

  /** In place of the catalogue's, or beside them. */
  private final Map<String, SegmentDimension> known;

  private final boolean ofSite;

  private SegmentWords(Map<String, SegmentDimension> known, boolean ofSite) {
    this.known = known;
    this.ofSite = ofSite;
  }

  /**
   * The words of a server.
   *
   * @param assistantsApart whether AI assistants are a channel of their own, and not websites
   */
  public static SegmentWords of(DeviceNames names, boolean assistantsApart) {
    List<SegmentDimension> dimensions = new ArrayList<>(DeviceDimensions.of(names));
    dimensions.add(VisitDimensions.referrerType(assistantsApart ? "ai" : "website"));
    return PLAIN.and(dimensions, false);
  }

  /** A dimension of a site's own: its name, its title, and where the log has it. */
  public record Own(String name, String title, Column column) {}

  /**
   * These words, of a site with these dimensions.
   *
   * @param goals the site's goals: their names by number
   */
  public SegmentWords with(List<Own> dimensions, Map<Integer, String> goals) {
    List<SegmentDimension> own = new ArrayList<>();
    for (Own one : dimensions) {
      own.add(
          SegmentDimension.dimension(
              one.name(), one.title(), "Custom Dimensions", "", TextValues.of(one.column())));
    }
    own.add(ShopDimensions.goalNames(goals));
    return and(own, true);
  }

  private SegmentWords and(List<SegmentDimension> dimensions, boolean site) {
    Map<String, SegmentDimension> all = new LinkedHashMap<>(known);
    dimensions.forEach(dimension -> all.put(dimension.name(), dimension));
    return new SegmentWords(all, site);
  }

  /** All of them, those of the catalogue in its order. */
  public List<SegmentDimension> all() {
    Map<String, SegmentDimension> all = new LinkedHashMap<>();
    SegmentCatalogue.all().forEach(dimension -> all.put(dimension.name(), dimension));
    all.putAll(known);
    return List.copyOf(all.values());
  }

  public Optional<SegmentDimension> find(String name) {
    SegmentDimension found = known.get(name);
    return found == null ? SegmentCatalogue.find(name) : Optional.of(found);
  }

  /** As {@link #find}, for those who cannot do without. */
  public SegmentDimension get(String name) throws UnreadableSegment {
    SegmentDimension found = known.get(name);
    if (found != null) {
      return found;
    }
    if (ofSite && OWN.matcher(name).matches()) {
      throw UnreadableSegment.name(name, SegmentCatalogue.nearest(name, known.keySet()));
    }
    return SegmentCatalogue.get(name);
  }
}
