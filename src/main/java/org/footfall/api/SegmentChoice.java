package org.footfall.api;

import java.util.Optional;
import org.footfall.account.Caller;
import org.footfall.segment.Segment;
import org.footfall.segment.SegmentDimension;
import org.footfall.segment.SegmentWords;
import org.footfall.segment.UnreadableSegment;

/** The segment of a question: which visits it is about. */
final class SegmentChoice {
  private static final int BAD_REQUEST = 400;

  private SegmentChoice() {}

  /** Whether it could be read of some site; what is a site's own is not looked at. */
  static void check(ApiCall call) throws ApiException {
    Optional<String> definition = call.parameters().text("segment");
    if (definition.isPresent()) {
      try {
        Segment unused = Segment.parse(definition.get());
      } catch (UnreadableSegment e) {
        if (e.fault() != UnreadableSegment.Fault.NOT_HERE) {
          throw refusal(e);
        }
      }
    }
  }

  /**
   * Reads the parameter {@code segment} in the words of a site.
   *
   * @throws ApiException when it cannot be read, or tells visitors apart and nobody signed in asks
   */
  static Segment of(ApiCall call, SegmentWords words) throws ApiException {
    Optional<String> definition = call.parameters().text("segment");
    return definition.isEmpty() ? Segment.ALL : of(call, definition.get(), words);
  }

  /** As {@link #of(ApiCall, SegmentWords)}, for a definition that is not the parameter alone. */
  static Segment of(ApiCall call, String definition, SegmentWords words) throws ApiException {
    Segment segment;
    try {
      segment = Segment.parse(definition, words);
    } catch (UnreadableSegment e) {
      throw refusal(e);
    }
    for (SegmentDimension dimension : segment.dimensions()) {
      check(call, dimension);
    }
    return segment;
  }

  /** Refuses strangers what tells visitors apart. */
  static void check(ApiCall call, SegmentDimension dimension) throws ApiException {
    if (dimension.personal() && call.caller().equals(Caller.ANONYMOUS)) {
      throw ApiException.of(
          BAD_REQUEST, "Who is not signed in may not select by '" + dimension.name() + "'.");
    }
  }

  /** Matomo's clients know two of these, which come with its status. */
  static ApiException refusal(UnreadableSegment e) {
    return switch (e.fault()) {
      case CONDITION -> ApiException.of(e.getMessage());
      case NAME ->
          ApiException.of(
              e.nearest().isEmpty()
                  ? e.getMessage()
                  : e.getMessage() + " Near it are: " + String.join(", ", e.nearest()) + ".");
      default -> ApiException.of(BAD_REQUEST, e.getMessage());
    };
  }
}
