package org.footfall.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.footfall.enrich.geo.Place;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.ActionKind;
import org.footfall.visit.ConfigId;
import org.footfall.visit.Deed;
import org.footfall.visit.DeviceTraits;
import org.footfall.visit.Hit;
import org.footfall.visit.Identity;
import org.footfall.visit.Languages;
import org.footfall.visit.Numbers;
import org.footfall.visit.PageUrl;
import org.footfall.visit.Plugins;
import org.footfall.visit.Texts;
import org.footfall.visit.Traits;
import org.footfall.visit.VisitChoices;

/**
 * Makes the typed hit of the client's parameters; whatever does not fit its type is as not sent.
 */
final class TypeStep implements TransferStep.Each {
  private static final List<String> PLACE = List.of("country", "region", "city", "lat", "long");
  private static final int DAY_SECONDS = 86_400;
  private static final double MICRO_DEGREES = 1_000_000;

  private final TextPool texts;
  private final VisitChoices choices;

  TypeStep(TextPool texts, VisitChoices choices) {
    this.texts = texts;
    this.choices = choices;
  }

  @Override
  public String name() {
    return "type";
  }

  @Override
  public void take(Draft draft) {
    TrackingRequest request = draft.request;
    long time = Numbers.whole(request.parameter("cdt"), request.receivedAt().getEpochSecond());
    int plugins = Plugins.of(request);
    Deed deed = shared(draft.rules.deeds().read(request, draft.kind));
    draft.hit =
        new Hit(
            request.site(),
            draft.rules.site().zones().dayOf(Instant.ofEpochSecond(time)),
            time,
            Identity.of(request, choices),
            ConfigId.of(request, plugins),
            request.parameter("new_visit").equals("1"),
            deed,
            draft.referrer,
            traits(request, plugins, time, draft.device),
            tellsPlace(request),
            draft.rules.custom(request),
            draft.rules.goals().of(deed, address(request, draft.kind)),
            draft.attribution);
  }

  private Deed shared(Deed deed) {
    return new Deed(
        deed.kind(),
        new PageUrl(deed.url().prefix(), texts.shared(deed.url().text())),
        texts.shared(deed.name()),
        deed.pageViewId(),
        deed.detail(),
        deed.timings(),
        deed.bandwidth());
  }

  /** What goals compare addresses with: as it was sent. */
  private static String address(TrackingRequest request, ActionKind kind) {
    return switch (kind) {
      case DOWNLOAD -> request.parameter("download");
      case OUTLINK -> request.parameter("link");
      default -> request.parameter("url");
    };
  }

  private Traits traits(TrackingRequest request, int plugins, long time, DeviceTraits device) {
    String languages = request.acceptLanguage();
    Place place = tellsPlace(request) ? Place.UNKNOWN : request.place();
    String told = request.trusted() ? request.parameter("country").trim() : "";
    String country =
        told.isEmpty() ? place.country() : Texts.clean(told.toLowerCase(Locale.ROOT), 3);
    return new Traits(
        texts.shared(country.isEmpty() ? Languages.country(languages) : country),
        place(request, "region", 3, place.region()),
        place(request, "city", 255, place.city()),
        degrees(request, "lat", 90, place.latitude()),
        degrees(request, "long", 180, place.longitude()),
        request.address(),
        texts.shared(Languages.code(languages)),
        clock(request, time),
        texts.shared(Texts.clean(request.parameter("res"), 18)),
        plugins,
        texts.shared(Texts.clean(request.userAgent(), 1_000)),
        device,
        texts.shared(Texts.clean(place.provider(), 200)));
  }

  /**
   * Whether a trusted sender says where the visitor is: then nothing that was found is mixed in.
   */
  private static boolean tellsPlace(TrackingRequest request) {
    return request.trusted() && PLACE.stream().anyMatch(name -> !request.parameter(name).isBlank());
  }

  /** What a trusted sender says, else what was found. */
  private String place(TrackingRequest request, String name, int most, String found) {
    String told = request.trusted() ? request.parameter(name) : "";
    return texts.shared(Texts.clean(told.isEmpty() ? found : told, most));
  }

  private static long degrees(TrackingRequest request, String name, int most, long found) {
    String text = request.trusted() ? request.parameter(name) : "";
    if (text.isEmpty()) {
      return found;
    }
    if (text.length() > 20) {
      return 0;
    }
    try {
      double degrees = Double.parseDouble(text);
      return Math.abs(degrees) <= most ? Math.round(degrees * MICRO_DEGREES) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The visitor's clock, or ours where it was not sent. */
  private static int clock(TrackingRequest request, long time) {
    long now = Math.floorMod(time, DAY_SECONDS);
    long hour = clockPart(request, "h", 24, now / 3_600);
    long minute = clockPart(request, "m", 60, now / 60 % 60);
    long second = clockPart(request, "s", 60, now % 60);
    return (int) (hour * 3_600 + minute * 60 + second);
  }

  private static long clockPart(TrackingRequest request, String name, int end, long otherwise) {
    long part = Numbers.whole(request.parameter(name), otherwise);
    return part < end ? part : 0;
  }
}
