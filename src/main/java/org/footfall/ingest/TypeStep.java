package org.footfall.ingest;

import java.time.Instant;
import java.util.Locale;
import org.footfall.enrich.geo.Place;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.ConfigId;
import org.footfall.visit.Hit;
import org.footfall.visit.Identity;
import org.footfall.visit.Languages;
import org.footfall.visit.PageUrl;
import org.footfall.visit.Plugins;
import org.footfall.visit.Texts;
import org.footfall.visit.Traits;

/**
 * Makes the typed hit of the client's parameters; whatever does not fit its type is as not sent.
 */
final class TypeStep implements TransferStep.Each {
  private static final int MAX_TITLE = 1_024;
  private static final int PAGE_VIEW_ID = 6;
  private static final int DAY_SECONDS = 86_400;
  private static final double MICRO_DEGREES = 1_000_000;

  private final TextPool texts;

  TypeStep(TextPool texts) {
    this.texts = texts;
  }

  @Override
  public String name() {
    return "type";
  }

  @Override
  public void take(Draft draft) {
    TrackingRequest request = draft.request;
    Instant received = request.receivedAt();
    long time = number(request.parameter("cdt"), received.getEpochSecond());
    int plugins = Plugins.of(request);
    PageUrl url = draft.rules.urls().page(request.parameter("url"), request.parameter("cs"));
    draft.hit =
        new Hit(
            request.site(),
            draft.rules.site().zones().dayOf(Instant.ofEpochSecond(time)),
            time,
            received.getEpochSecond() * 1_000_000 + received.getNano() / 1_000,
            draft.kind,
            Identity.of(request),
            ConfigId.of(request, plugins),
            request.parameter("new_visit").equals("1"),
            new PageUrl(url.prefix(), texts.shared(url.text())),
            texts.shared(title(request)),
            Texts.clean(request.parameter("pv_id"), PAGE_VIEW_ID),
            draft.referrer,
            traits(request, plugins, time));
  }

  /** A title of 0 is none, as Matomo has it. */
  private static String title(TrackingRequest request) {
    String title = Texts.clean(request.parameter("action_name"), MAX_TITLE);
    return title.equals("0") ? "" : title;
  }

  private Traits traits(TrackingRequest request, int plugins, long time) {
    String language = texts.shared(Languages.tags(request.acceptLanguage()));
    Place place = request.place();
    boolean told = request.trusted() && !request.parameter("country").isBlank();
    String country =
        told
            ? Texts.clean(request.parameter("country").toLowerCase(Locale.ROOT), 3)
            : place.country();
    return new Traits(
        texts.shared(country.isEmpty() ? Languages.country(language) : country),
        place(request, "region", 3, place.region()),
        place(request, "city", 255, place.city()),
        degrees(request, "lat", 90, place.latitude()),
        degrees(request, "long", 180, place.longitude()),
        request.address(),
        language,
        clock(request, time),
        texts.shared(Texts.clean(request.parameter("res"), 18)),
        plugins,
        texts.shared(Texts.clean(request.userAgent(), 1_000)));
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
    long part = number(request.parameter(name), otherwise);
    return part < end ? part : 0;
  }

  private static long number(String digits, long otherwise) {
    if (digits.isEmpty() || digits.length() > 12) {
      return otherwise;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
