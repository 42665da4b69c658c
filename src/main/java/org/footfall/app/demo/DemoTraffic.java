package org.footfall.app.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.footfall.queue.HitQueue;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteStore;
import org.footfall.tracking.Shards;
import org.footfall.tracking.TrackingRequest;
import org.footfall.tracking.TrackingRequestCodec;

/**
 * Fills a new installation with eight weeks of traffic of a web site and an app, so that every page
 * has something to show and something to compare with. The same day gives the same traffic.
 */
public final class DemoTraffic {
  static final String WEB = "Open Larder – web";
  static final String APP = "Open Larder – app";

  /** Today, and twice the four weeks that pages show at first. */
  private static final int DAYS = 57;

  private static final long SEED = 20_261_123;
  private static final int BATCH = 2_000;
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final SiteStore sites;
  private final HitQueue queue;
  private final int shards;
  private final Clock clock;
  private final PrintStream progress;

  /**
   * @param shards how many streams the queue has
   * @param progress where a person reads how far it is
   */
  public DemoTraffic(
      SiteStore sites, HitQueue queue, int shards, Clock clock, PrintStream progress) {
    this.sites = sites;
    this.queue = queue;
    this.shards = shards;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Adds the two sites and queues their hits; reports show them as soon as they are transferred.
   * Does nothing when the sites are there.
   *
   * @return how many hits were queued
   * @throws ExecutionException when the queue refused hits
   */
  public long run() throws ExecutionException, InterruptedException {
    if (sites.all().stream().map(Site::name).anyMatch(name -> name.equals(WEB))) {
      return 0;
    }
    Instant now = clock.instant();
    LocalDate today = now.atZone(ZONE).toLocalDate();
    LocalDate first = today.minusDays(DAYS - 1L);
    Instant created = first.atStartOfDay(ZONE).toInstant();
    SplittableRandom random = new SplittableRandom(SEED);
    DemoSite web =
        new DemoSite(
            sites.add(site(WEB, WebPaths.SITE, "website", created)),
            ZONE,
            new Rhythm(1_250),
            new Crowd(Choices.of("browsers.tsv"), false, 0.24),
            new WebPaths(),
            random.split());
    DemoSite app =
        new DemoSite(
            sites.add(site(APP, AppPaths.SITE, "mobileapp", created)),
            ZONE,
            new Rhythm(310),
            new Crowd(Choices.of("phones.tsv"), true, 0.78),
            new AppPaths(),
            random.split());
    progress.println("Making eight weeks of demo traffic for a web site and an app:");
    long hits = 0;
    for (int day = 0; day < DAYS; day++) {
      hits += queue(web.day(first.plusDays(day), day, now));
      hits += queue(app.day(first.plusDays(day), day, now));
      if (day % 14 == 13) {
        progress.printf("  %,d hits up to %s%n", hits, first.plusDays(day));
      }
    }
    progress.printf("  %,d hits made; pages show them as they are stored.%n", hits);
    return hits;
  }

  private long queue(List<TrackingRequest> hits) throws ExecutionException, InterruptedException {
    List<CompletableFuture<Void>> stored = new ArrayList<>();
    for (int start = 0; start < hits.size(); start += BATCH) {
      List<HitQueue.Payload> payloads = new ArrayList<>();
      for (TrackingRequest hit : hits.subList(start, Math.min(start + BATCH, hits.size()))) {
        int shard = Shards.of(hit.site(), shards);
        payloads.add(new HitQueue.Payload(shard, TrackingRequestCodec.encode(hit)));
      }
      stored.add(queue.put(payloads));
    }
    for (CompletableFuture<Void> part : stored) {
      part.get();
    }
    return hits.size();
  }

  private static NewSite site(String name, String url, String type, Instant created) {
    NewSite usual = NewSite.website(name, url, ZONE, created);
    return new NewSite(
        name,
        usual.urls(),
        type,
        "",
        created,
        ZONE,
        "EUR",
        usual.ecommerce(),
        usual.siteSearch(),
        usual.searchKeywordParameters(),
        usual.searchCategoryParameters(),
        usual.excludedIps(),
        usual.excludedQueryParameters(),
        usual.excludedUserAgents(),
        usual.excludedReferrers(),
        usual.keepFragment(),
        usual.excludeUnknownUrls(),
        usual.creatorLogin());
  }
}
