package org.footfall.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.ReportRefused;
import org.footfall.report.live.LiveLog;
import org.footfall.report.live.LiveQuery;
import org.footfall.report.live.LoggedVisit;
import org.footfall.report.live.RecentCounts;
import org.footfall.segment.Segment;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;

/** {@code Live.*}: single visits, up to the newest. */
final class LiveMethods {
  private static final int USUAL_LIMIT = 10;
  private static final int MOST_VISITS = 10_000;
  private static final int MOST_OFFSET = 1_000_000;

  /** So many visits a profile sums up, and may. */
  private static final int PROFILE_VISITS = 100;

  private static final int MOST_PROFILE_VISITS = 1_000;
  private static final int BAD_REQUEST = 400;
  private static final Duration LONGEST_AGO = Duration.ofDays(30);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final LiveLog log;
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final GoalStore goals;
  private final CustomDimensionStore dimensions;
  private final SiteSegments segments;
  private final VisitNames names;
  private final Clock clock;

  LiveMethods(
      LiveLog log,
      SiteAccess access,
      PeriodAnswers periods,
      GoalStore goals,
      CustomDimensionStore dimensions,
      SiteSegments segments,
      VisitNames names,
      Clock clock) {
    this.log = log;
    this.access = access;
    this.periods = periods;
    this.goals = goals;
    this.dimensions = dimensions;
    this.segments = segments;
    this.names = names;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("Live.getLastVisitsDetails", this::lastVisits);
    methods.add("Live.getCounters", this::counters);
    methods.add("Live.getMostRecentVisitorId", this::mostRecentVisitor);
    methods.add("Live.getMostRecentVisitsDateTime", this::mostRecentTime);
    methods.add("Live.getFirstVisitForVisitorId", this::firstVisit);
    methods.add("Live.getVisitorProfile", this::profile);
  }

  private Answer lastVisits(ApiCall call) throws ApiException {
    ApiParameters asked = call.parameters();
    boolean actions = !asked.flag("doNotFetchActions");
    int limit = asked.number("countVisitorsToFetch", 0);
    int offset = limit > 0 ? 0 : asked.number("filter_offset", 0);
    if (limit <= 0) {
      limit = asked.number("filter_limit", USUAL_LIMIT);
    }
    if (offset > MOST_OFFSET) {
      throw ApiException.of(
          BAD_REQUEST, "'filter_offset' goes to " + MOST_OFFSET + ". Ask for other dates instead.");
    }
    // Who asks for all gets all, or hears that it is too much.
    boolean all = limit < 0 || limit > MOST_VISITS;
    List<LoggedVisit> visits =
        read(
            call,
            new LiveQuery(
                scopes(call),
                (long) asked.decimal("minTimestamp", 0),
                asked.text("filter_sort_order", "desc").equalsIgnoreCase("asc"),
                Math.max(0, offset),
                all ? MOST_VISITS + 1 : limit,
                actions ? LiveQuery.Detail.ACTIONS : LiveQuery.Detail.OUTCOMES));
    if (visits.size() > MOST_VISITS) {
      throw ApiException.of(
          BAD_REQUEST,
          "These are more than "
              + MOST_VISITS
              + " visits. Ask for them in pages by 'filter_limit' and 'filter_offset'.");
    }
    return table(call, visits, actions);
  }

  private Answer table(ApiCall call, List<LoggedVisit> visits, boolean actions)
      throws ApiException {
    call.budget().take(visits.size());
    Map<SiteId, LiveSite> sites = new HashMap<>();
    for (LoggedVisit visit : visits) {
      SiteId id = visit.site().id();
      if (!sites.containsKey(id)) {
        sites.put(id, LiveSite.of(visit.site(), goals.of(id), dimensions.of(id)));
      }
    }
    ColumnChoice columns = ColumnChoice.of(call.parameters());
    boolean flat = call.parameters().flag("flat") || isOfLines(call.parameters());
    Iterable<Answer.Line> lines =
        () ->
            visits.stream()
                .map(
                    visit ->
                        columns.apply(
                            VisitFields.of(sites.get(visit.site().id()), visit, names, actions)))
                .map(fields -> flat ? FlatVisit.of(fields) : fields)
                .map(fields -> new Answer.Line(fields, Map.of(), null, null))
                .iterator();
    return new Answer.Table(lines, visits.isEmpty());
  }

  /** Formats that know no lines inside of lines. */
  private static boolean isOfLines(ApiParameters parameters) {
    return switch (parameters.text("format", "xml").toLowerCase(Locale.ROOT)) {
      case "csv", "tsv", "html" -> true;
      default -> false;
    };
  }

  private Answer counters(ApiCall call) throws ApiException {
    SiteAccess.Asked asked = access.viewed(call);
    call.parameters().required("lastMinutes");
    Duration ago = Duration.ofMinutes(call.parameters().number("lastMinutes", 0));
    if (ago.isNegative() || ago.compareTo(LONGEST_AGO) > 0) {
      throw ApiException.of(
          BAD_REQUEST, "'lastMinutes' goes from 0 to " + LONGEST_AGO.toMinutes() + ".");
    }
    Instant now = clock.instant();
    RecentCounts sum = new RecentCounts(0, 0, 0, 0);
    for (Site site : asked.sites()) {
      call.budget().checkTime();
      try {
        sum = sum.plus(log.since(site, segment(call, site), now.minus(ago), now));
      } catch (ReportRefused e) {
        throw ApiException.of(503, e.getMessage());
      }
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("visits", sum.visits());
    counts.put("actions", sum.actions());
    counts.put("visitors", sum.visitors());
    counts.put("visitsConverted", sum.convertedVisits());
    return Answer.Table.of(List.of(ColumnChoice.of(call.parameters()).apply(counts)));
  }

  private Answer mostRecentVisitor(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    List<LoggedVisit> visits =
        read(call, one(List.of(ever(site, segment(call, site))), false, LiveQuery.Detail.VISITS));
    return new Answer.Value(visits.isEmpty() ? false : visitorId(visits.get(0)));
  }

  private static String visitorId(LoggedVisit visit) {
    return String.format("%016x", visit.row().number(Columns.VISITOR_ID));
  }

  private Answer mostRecentTime(ApiCall call) throws ApiException {
    List<LoggedVisit> visits =
        read(call, one(scopes(call, site -> Segment.ALL), false, LiveQuery.Detail.VISITS));
    return new Answer.Value(
        visits.isEmpty()
            ? ""
            : UTC_TIME.format(
                Instant.ofEpochSecond(visits.get(0).row().number(Columns.LAST_ACTION_TIME))));
  }

  private Answer firstVisit(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    call.parameters().required("visitorId");
    return table(
        call,
        read(call, one(List.of(ever(site, segment(call, site))), true, LiveQuery.Detail.ACTIONS)),
        true);
  }

  private Answer profile(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    int limit = call.parameters().number("limitVisits", PROFILE_VISITS);
    if (limit < 1 || limit > MOST_PROFILE_VISITS) {
      throw ApiException.of(
          BAD_REQUEST, "'limitVisits' goes from 1 to " + MOST_PROFILE_VISITS + ".");
    }
    List<LiveQuery.Scope> scopes = List.of(ever(site, segment(call, site)));
    if (call.parameters().text("visitorId").isEmpty()) {
      List<LoggedVisit> latest = read(call, one(scopes, false, LiveQuery.Detail.VISITS));
      if (latest.isEmpty()) {
        return Answer.Table.EMPTY;
      }
      scopes = List.of(ever(site, segment(call, site, Optional.of(visitorId(latest.get(0))))));
    }
    LiveQuery query = new LiveQuery(scopes, 0, false, 0, limit + 1, LiveQuery.Detail.ACTIONS);
    List<LoggedVisit> found = read(call, query);
    if (found.isEmpty()) {
      return Answer.Table.EMPTY;
    }
    call.budget().take(found.size());
    boolean more = found.size() > limit;
    List<LoggedVisit> visits = more ? found.subList(0, limit) : found;
    LoggedVisit first =
        more
            ? read(call, one(scopes, true, LiveQuery.Detail.ACTIONS)).get(0)
            : found.get(found.size() - 1);
    LiveSite named = LiveSite.of(site, goals.of(site.id()), dimensions.of(site.id()));
    List<Map<String, Object>> fields =
        visits.stream().map(visit -> VisitFields.of(named, visit, names, true)).toList();
    return new Answer.One(
        new VisitorProfile(named, visits, fields)
            .of(
                VisitFields.of(named, first, names, false),
                more,
                site.zones().dayOf(clock.instant())));
  }

  private static LiveQuery one(
      List<LiveQuery.Scope> scopes, boolean first, LiveQuery.Detail detail) {
    return new LiveQuery(scopes, 0, first, 0, 1, detail);
  }

  private List<LoggedVisit> read(ApiCall call, LiveQuery query) throws ApiException {
    call.budget().checkTime();
    try {
      return log.visits(query);
    } catch (ReportRefused e) {
      throw ApiException.of(503, e.getMessage());
    }
  }

  /** What visits of a site are wanted. */
  @FunctionalInterface
  private interface Choice {
    Segment of(Site site) throws ApiException;
  }

  private List<LiveQuery.Scope> scopes(ApiCall call) throws ApiException {
    return scopes(call, site -> segment(call, site));
  }

  /** The sites' days that are asked for; all there are where no period is named. */
  private List<LiveQuery.Scope> scopes(ApiCall call, Choice choice) throws ApiException {
    List<LiveQuery.Scope> scopes = new ArrayList<>();
    Optional<String> period = call.parameters().text("period");
    Optional<String> date = call.parameters().text("date");
    for (Site site : access.viewed(call).sites()) {
      Segment segment = choice.of(site);
      if (period.isEmpty() || date.isEmpty()) {
        scopes.add(ever(site, segment));
        continue;
      }
      Periods named = periods.periods(call.parameters(), site);
      Period first = named.list().get(0);
      Period last = named.list().get(named.list().size() - 1);
      scopes.add(new LiveQuery.Scope(site, first.from(), last.to(), segment));
    }
    return scopes;
  }

  private static LiveQuery.Scope ever(Site site, Segment segment) {
    return new LiveQuery.Scope(site, LocalDate.EPOCH, LAST_DAY, segment);
  }

  /** The segment, and the visitor where one is named, in the words of a site. */
  private Segment segment(ApiCall call, Site site) throws ApiException {
    return segment(call, site, call.parameters().text("visitorId"));
  }

  private Segment segment(ApiCall call, Site site, Optional<String> visitor) throws ApiException {
    if (visitor.isEmpty()) {
      return segments.of(call, site);
    }
    if (!visitor.get().matches("[0-9a-fA-F]{16}")) {
      throw ApiException.of(BAD_REQUEST, "'visitorId' is 16 hexadecimal digits.");
    }
    String own = "visitorId==" + visitor.get().toLowerCase(Locale.ROOT);
    String other = call.parameters().text("segment").map(text -> ";" + text).orElse("");
    return segments.of(call, Optional.of(site), own + other);
  }
}
