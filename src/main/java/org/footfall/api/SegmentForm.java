package org.footfall.api;

import java.util.Locale;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.segment.Segment;
import org.footfall.site.SavedSegment;
import org.footfall.site.Site;

/** Reads what a client wants to save as a segment. */
final class SegmentForm {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DEFINITION = 8_192;

  private final SiteAccess access;
  private final SiteSegments segments;

  SegmentForm(SiteAccess access, SiteSegments segments) {
    this.access = access;
    this.segments = segments;
  }

  /**
   * One site's takes the right to write there; what costs time before somebody asks, or is shown to
   * others, the right to administer it. Every site's takes a superuser.
   */
  SavedSegment.Wish read(ApiCall call) throws ApiException {
    ApiParameters parameters = call.parameters();
    String name = parameters.required("name").trim();
    if (name.isEmpty()) {
      throw ApiException.missing("name");
    }
    if (name.length() > LONGEST_NAME) {
      throw ApiException.of(400, "The parameter 'name' has at most 255 characters.");
    }
    boolean prepared = parameters.flag("autoArchive");
    boolean shared = parameters.flag("enabledAllUsers");
    Optional<Site> site = site(call, prepared || shared ? Right.ADMIN : Right.WRITE);
    return new SavedSegment.Wish(
        name, definition(call, site), site.map(Site::id), prepared, shared);
  }

  /** The right that it takes to have a segment as it is now. */
  void requireRight(ApiCall call, SavedSegment known) throws ApiException {
    if (known.wish().site().isEmpty()) {
      call.requireSuperuser();
    } else {
      Right right = known.wish().prepared() || known.wish().shared() ? Right.ADMIN : Right.WRITE;
      if (!call.caller().may(known.wish().site().get(), right)) {
        throw ApiException.noRight(
            right.name().toLowerCase(Locale.ROOT), known.wish().site().get().toString());
      }
    }
  }

  private Optional<Site> site(ApiCall call, Right right) throws ApiException {
    if (call.parameters().text("idSite", "all").matches("0|false|all")) {
      call.requireSuperuser();
      return Optional.empty();
    }
    return Optional.of(access.one(call, right));
  }

  /** As it was sent, but for what could not stand in an address. */
  private String definition(ApiCall call, Optional<Site> site) throws ApiException {
    String sent = call.parameters().required("definition");
    String definition = sent.replace("#", "%23").replace("'", "%27").replace("&", "%26");
    Segment segment = segments.of(call, site, definition);
    if (segment.isAll()) {
      throw ApiException.of(400, "A segment of all visits need not be saved.");
    }
    if (definition.length() > LONGEST_DEFINITION) {
      throw ApiException.of(400, "The parameter 'definition' is too long.");
    }
    return definition;
  }
}
