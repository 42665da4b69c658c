package org.footfall.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.footfall.report.ReportRefused;
import org.footfall.report.live.LiveLog;
import org.footfall.report.live.LiveQuery;
import org.footfall.report.live.LoggedVisit;
import org.footfall.segment.Segment;
import org.footfall.site.Site;
import org.footfall.visitlog.Columns;

/**
 * {@code API.getDataFreshness}: up to when sites' reports are complete. What is stored is in
 * reports at once, so that is the same for all; a site's last action tells quiet from broken.
 */
final class FreshnessMethod {
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final SiteAccess access;
  private final LiveLog log;
  private final Supplier<Optional<Instant>> dataUntil;

  FreshnessMethod(SiteAccess access, LiveLog log, Supplier<Optional<Instant>> dataUntil) {
    this.access = access;
    this.log = log;
    this.dataUntil = dataUntil;
  }

  void addTo(ApiMethods methods) {
    methods.add("API.getDataFreshness", this::answer);
  }

  private Answer answer(ApiCall call) throws ApiException {
    List<Site> sites = access.viewed(call).sites();
    String until = dataUntil.get().map(FreshnessMethod::text).orElse("");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Site site : sites) {
      call.budget().checkTime();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("idSite", site.id().value());
      row.put("dataUntil", until);
      row.put("lastAction", lastAction(site));
      rows.add(row);
    }
    return Answer.Table.of(rows);
  }

  private String lastAction(Site site) throws ApiException {
    LiveQuery last =
        new LiveQuery(
            List.of(new LiveQuery.Scope(site, LocalDate.EPOCH, LAST_DAY, Segment.ALL)),
            0,
            false,
            0,
            1,
            LiveQuery.Detail.VISITS);
    try {
      List<LoggedVisit> visits = log.visits(last);
      return visits.isEmpty()
          ? ""
          : text(Instant.ofEpochSecond(visits.get(0).row().number(Columns.LAST_ACTION_TIME)));
    } catch (ReportRefused e) {
      throw ApiException.of(503, e.getMessage());
    }
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
