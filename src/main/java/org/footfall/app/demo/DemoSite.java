package org.footfall.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.footfall.site.SiteId;
import org.footfall.tracking.TrackingRequest;

/** Makes the hits of one site, day by day. */
final class DemoSite {
  private final SiteId site;
  private final ZoneId zone;
  private final Rhythm rhythm;
  private final Crowd crowd;
  private final Paths paths;
  private final SplittableRandom random;

  DemoSite(
      SiteId site, ZoneId zone, Rhythm rhythm, Crowd crowd, Paths paths, SplittableRandom random) {
    this.site = site;
    this.zone = zone;
    this.rhythm = rhythm;
    this.crowd = crowd;
    this.paths = paths;
    this.random = random;
  }

  /** A day's hits in order of time; those after the given moment have not happened yet. */
  List<TrackingRequest> day(LocalDate day, int daysSinceFirst, Instant now) {
    List<TrackingRequest> hits = new ArrayList<>();
    int visits = rhythm.visits(day, daysSinceFirst, random);
    for (int i = 0; i < visits; i++) {
      visit(day, hits);
    }
    hits.removeIf(hit -> hit.receivedAt().isAfter(now));
    hits.sort(Comparator.comparing(TrackingRequest::receivedAt));
    return hits;
  }

  private void visit(LocalDate day, List<TrackingRequest> hits) {
    Visitor visitor = crowd.next(random);
    Instant at = day.atTime(rhythm.start(random)).atZone(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (Page page : paths.walk(random)) {
      if (at.isBefore(end)) {
        hits.add(hit(visitor, page, at));
      }
      at = at.plus(pause());
    }
  }

  /** Mostly half a minute, sometimes minutes. */
  private Duration pause() {
    double seconds = 6 - 55 * Math.log(1 - random.nextDouble());
    return Duration.ofMillis((long) (1_000 * Math.min(seconds, 900)));
  }

  private TrackingRequest hit(Visitor visitor, Page page, Instant at) {
    LocalTime clock = at.atZone(zone).toLocalTime();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("idsite", site.toString());
    parameters.put("rec", "1");
    parameters.put("url", page.url());
    parameters.put("action_name", page.title());
    if (!page.referrer().isEmpty()) {
      parameters.put("urlref", page.referrer());
    }
    if (!visitor.id().isEmpty()) {
      parameters.put("_id", visitor.id());
      parameters.put("cookie", "1");
    }
    parameters.put("res", visitor.resolution());
    parameters.put("h", Integer.toString(clock.getHour()));
    parameters.put("m", Integer.toString(clock.getMinute()));
    parameters.put("s", Integer.toString(clock.getSecond()));
    parameters.put("pv_id", HexFormat.of().toHexDigits(random.nextInt()).substring(0, 6));
    parameters.put("send_image", "0");
    return new TrackingRequest(
        site,
        at,
        parameters,
        visitor.userAgent(),
        visitor.language(),
        Map.of(),
        visitor.address(),
        visitor.addressHash(),
        visitor.country(),
        false);
  }
}
