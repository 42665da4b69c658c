package org.footfall.api;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.footfall.account.Caller;
import org.footfall.account.Right;
import org.footfall.site.SavedSegment;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/**
 * {@code SegmentEditor.*}: segments with names. Whoever saved one may change it, and superusers may
 * change any; it is seen by these, and if it is shared, by all who may see its site.
 */
final class SegmentMethods {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final SavedSegmentStore saved;
  private final SiteAccess access;
  private final SegmentForm form;

  SegmentMethods(SavedSegmentStore saved, SiteAccess access, SiteSegments segments) {
    this.saved = saved;
    this.access = access;
    this.form = new SegmentForm(access, segments);
  }

  void addTo(ApiMethods methods) {
    methods.add("SegmentEditor.add", this::add);
    methods.add("SegmentEditor.update", this::update);
    methods.add("SegmentEditor.delete", this::delete);
    methods.add("SegmentEditor.get", this::one);
    methods.add("SegmentEditor.getAll", this::all);
    methods.add("SegmentEditor.isUserCanAddNewSegment", this::mayAdd);
  }

  private Answer add(ApiCall call) throws ApiException {
    SavedSegment.Wish wish = form.read(call);
    OptionalInt id = saved.add(call.caller().login(), wish);
    if (id.isEmpty()) {
      throw ApiException.of(400, "A person has at most " + SavedSegment.MOST + " segments.");
    }
    return new Answer.Value(id.getAsInt());
  }

  private Answer update(ApiCall call) throws ApiException {
    SavedSegment known = own(call);
    saved.update(known.id(), form.read(call));
    return new Answer.Value(true);
  }

  private Answer delete(ApiCall call) throws ApiException {
    saved.delete(own(call).id());
    return new Answer.Value(true);
  }

  /** One that the caller may change. */
  private SavedSegment own(ApiCall call) throws ApiException {
    SavedSegment known = visible(call);
    if (!isOwn(call, known) && !call.caller().superuser()) {
      throw ApiException.of(
          400, "The segment " + known.id() + " is somebody else's. Save one of your own.");
    }
    form.requireRight(call, known);
    return known;
  }

  private Answer one(ApiCall call) throws ApiException {
    return new Answer.One(fields(visible(call)));
  }

  /** Whoever may not see it does not learn whether there is one. */
  private SavedSegment visible(ApiCall call) throws ApiException {
    call.requireAnyView();
    String unused = call.parameters().required("idSegment");
    int id = call.parameters().number("idSegment", 0);
    return saved
        .find(id)
        .filter(segment -> isVisible(call, segment))
        .orElseThrow(() -> ApiException.of(404, "There is no segment " + id + "."));
  }

  private static boolean isOwn(ApiCall call, SavedSegment segment) {
    return segment.login().equals(call.caller().login());
  }

  private static boolean isVisible(ApiCall call, SavedSegment segment) {
    Caller caller = call.caller();
    boolean ofSite = segment.wish().site().map(site -> caller.may(site, Right.VIEW)).orElse(true);
    return caller.superuser() || (ofSite && (segment.wish().shared() || isOwn(call, segment)));
  }

  /** The caller's own first, then what others share, then what only superusers see; by name. */
  private Answer all(ApiCall call) throws ApiException {
    Optional<SiteId> site = Optional.empty();
    if (call.parameters().text("idSite", "all").matches("0|false|all")) {
      call.requireAnyView();
    } else {
      site = Optional.of(access.one(call, Right.VIEW).id());
    }
    Caller caller = call.caller();
    List<SavedSegment> found =
        new ArrayList<>(saved.visible(caller.login(), caller.superuser(), site));
    found.removeIf(segment -> !isVisible(call, segment));
    found.sort(
        Comparator.comparingInt(
                (SavedSegment one) -> isOwn(call, one) ? 0 : one.wish().shared() ? 1 : 2)
            .thenComparing(one -> one.wish().name(), NaturalOrder.INSTANCE)
            .thenComparing(SavedSegment::id));
    return Answer.Table.of(found.stream().map(SegmentMethods::fields).toList());
  }

  private Answer mayAdd(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    return new Answer.Value(call.caller().may(site.id(), Right.WRITE));
  }

  private static Map<String, Object> fields(SavedSegment segment) {
    SavedSegment.Wish wish = segment.wish();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("idsegment", segment.id());
    fields.put("name", wish.name());
    fields.put("definition", wish.definition());
    fields.put("hash", hash(wish.definition()));
    fields.put("login", segment.login());
    fields.put("enable_all_users", wish.shared() ? 1 : 0);
    fields.put("enable_only_idsite", wish.site().map(site -> site.value()).orElse(0));
    fields.put("auto_archive", wish.prepared() ? 1 : 0);
    fields.put("ts_created", time(segment.created()));
    fields.put("ts_last_edit", segment.changed().map(SegmentMethods::time).orElse(null));
    fields.put("deleted", 0);
    return fields;
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(ZoneOffset.UTC));
  }

  /** By which clients tell definitions apart; no secret. */
  private static String hash(String definition) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      byte[] digest = md5.digest(FormData.decode(definition).getBytes(StandardCharsets.UTF_8));
      return "%032x".formatted(new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
