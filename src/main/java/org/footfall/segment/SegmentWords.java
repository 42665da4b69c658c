package org.footfall.segment;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footfall.visitlog.Column;

/**
 * What definitions may say on this server, of one site: all of {@link SegmentCatalogue}, with the
 * names of devices that the server knows, and the site's own dimensions.
 */
public final class SegmentWords {
  /** For whom neither names of devices nor a site are known. */
  public static final SegmentWords PLAIN = new SegmentWords(Map.of(), false);

  private static final Pattern OWN = Pattern.compile("dimension[1-9][0-9]{0,5}");

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
    Stream<SegmentDimension> dimensions =
        Stream.concat(
            DeviceDimensions.of(names).stream(),
            Stream.of(VisitDimensions.referrerType(assistantsApart ? "ai" : "website")));
    return new SegmentWords(
        dimensions.collect(Collectors.toMap(SegmentDimension::name, own -> own)), false);
  }

  /** A dimension of a site's own: its name, its title, and where the log has it. */
  public record Own(String name, String title, Column column) {}

  /** These words, of a site with these dimensions. */
  public SegmentWords with(List<Own> dimensions) {
    Stream<SegmentDimension> own =
        dimensions.stream()
            .map(
                one ->
                    SegmentDimension.dimension(
                        one.name(),
                        one.title(),
                        "Custom Dimensions",
                        "",
                        TextValues.of(one.column())));
    return new SegmentWords(
        Stream.concat(known.values().stream(), own)
            .collect(Collectors.toMap(SegmentDimension::name, each -> each)),
        true);
  }

  SegmentDimension get(String name) throws UnreadableSegment {
    SegmentDimension found = known.get(name);
    if (found != null) {
      return found;
    }
    if (ofSite && OWN.matcher(name).matches()) {
      throw UnreadableSegment.name(name, List.of());
    }
    return SegmentCatalogue.get(name);
  }
}
