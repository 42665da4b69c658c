package org.footfall.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.report.UnreadablePeriod;
import org.footfall.site.Site;

/** Answers questions by {@code idSite}, {@code period} and {@code date}, be they one or several. */
final class PeriodAnswers {
  /** What Matomo can do with any report; what is left out would be taken for an answer to it. */
  private static final List<String> NOT_YET =
      List.of("pivotBy", "compareSegments", "comparePeriods", "compareDates", "compare");

  private final SiteAccess access;
  private final Clock clock;

  PeriodAnswers(SiteAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  /** What is asked of one site. */
  @FunctionalInterface
  interface Maker {
    /**
     * An answer for each period, in order.
     *
     * @param alone whether it is all of the answer: then totals of nothing are zeros, else nothing
     */
    List<Answer> answers(Site site, List<Period> periods, boolean alone) throws ApiException;
  }

  Answer answer(ApiCall call, Maker maker) throws ApiException {
    ApiParameters parameters = call.parameters();
    parameters.required("idSite");
    parameters.required("period");
    parameters.required("date");
    refuseWhatIsToCome(parameters);
    SiteAccess.Asked asked = access.viewed(call);
    SegmentChoice.check(call);
    Map<String, Answer> bySite = new LinkedHashMap<>();
    for (Site site : asked.sites()) {
      call.budget().checkTime();
      Periods periods = periods(parameters, site);
      boolean alone = !asked.several() && !periods.several();
      List<Answer> answers = maker.answers(site, periods.list(), alone);
      bySite.put(site.id().toString(), byDate(periods, answers));
    }
    return asked.several() ? new Answer.Keyed("idSite", bySite) : bySite.values().iterator().next();
  }

  static void refuseWhatIsToCome(ApiParameters parameters) throws ApiException {
    for (String name : NOT_YET) {
      if (parameters.has(name) && !parameters.text(name, "").equals("0")) {
        throw ApiException.of(400, "The parameter '" + name + "' is not supported yet.");
      }
    }
  }

  private static Answer byDate(Periods periods, List<Answer> answers) {
    if (!periods.several()) {
      return answers.get(0);
    }
    Map<String, Answer> byDate = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byDate.put(periods.list().get(i).label(), answers.get(i));
    }
    return new Answer.Keyed("date", byDate);
  }

  /** The periods asked for, on the site's calendar. */
  Periods periods(ApiParameters parameters, Site site) throws ApiException {
    LocalDate today = site.zones().dayOf(clock.instant());
    return periods(parameters.required("period"), parameters.required("date"), today);
  }

  /** Periods as clients name them. */
  Periods periods(String kind, String dates, LocalDate today) throws ApiException {
    try {
      return Periods.parse(kind, dates, today);
    } catch (UnreadablePeriod e) {
      throw switch (e.fault()) {
        case KIND ->
            ApiException.of(
                "The period '"
                    + e.text()
                    + "' is not supported. Try any of the following instead: day, week, month,"
                    + " year, range");
        case DATE ->
            ApiException.of(
                "Date format must be: YYYY-MM-DD, or 'today' or 'yesterday' or any keyword"
                    + " supported by the strtotime function (see http://php.net/strtotime for more"
                    + " information): false");
        case TOO_MANY ->
            ApiException.of(400, "'" + e.text() + "' are too many periods for one request.");
      };
    }
  }
}
