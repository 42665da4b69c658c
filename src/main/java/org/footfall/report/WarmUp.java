package org.footfall.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.footfall.segment.Segment;
import org.footfall.segment.UnreadableSegment;
import org.footfall.site.Site;
import org.footfall.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks some reports of the busiest site after a start, so that the first person who asks does not
 * wait for the compiler. It ends by itself after some seconds, and nothing depends on it.
 */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration MOST = Duration.ofSeconds(8);
  private static final Duration ENDS = Duration.ofSeconds(2);

  /** What selects visits and actions in the ways that take most. */
  private static final String DEFINITION = "pageUrl=@e;actions>0";

  private static final int DAYS = 60;
  private static final int STEP = 10;

  private final ReportEngine engine;
  private final List<Site> sites;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "warm-up");

  public WarmUp(ReportEngine engine, List<Site> sites, Clock clock) {
    this.engine = engine;
    this.sites = List.copyOf(sites);
    this.clock = clock;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    Instant end = clock.instant().plus(MOST);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try {
      Optional<Site> busiest = busiest(today);
      if (busiest.isPresent()) {
        Segment segment = Segment.parse(DEFINITION);
        for (int back = 0; back < DAYS && clock.instant().isBefore(end); back += STEP) {
          Period period = Period.range(today.minusDays(back + STEP), today.minusDays(back));
          ask(busiest.get(), period, segment);
        }
      }
    } catch (ReportRefused | UnreadableSegment | DatabaseException e) {
      LOG.debug("The warm-up ended early", e);
    }
  }

  private Optional<Site> busiest(LocalDate today) throws ReportRefused {
    Site busiest = null;
    long most = 0;
    for (Site site : sites.subList(0, Math.min(sites.size(), DAYS))) {
      long rows =
          engine.inSnapshot(
              site, Segment.ALL, false, counting -> counting.rows(today.minusDays(2), today));
      if (rows > most) {
        most = rows;
        busiest = site;
      }
    }
    return Optional.ofNullable(busiest);
  }

  private void ask(Site site, Period period, Segment segment) throws ReportRefused {
    for (Report report : List.of(ReportCatalogue.VISITS_SUMMARY, ReportCatalogue.PAGE_URLS)) {
      for (Segment selecting : List.of(segment, Segment.ALL)) {
        ReportQuery query = new ReportQuery(report, site, List.of(period), selecting, true, false);
        List<DataTable> unused = engine.make(query);
      }
    }
  }

  /** Ends it. */
  public void stop() throws InterruptedException {
    thread.interrupt();
    thread.join(ENDS.toMillis());
  }
}
