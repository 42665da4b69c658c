package org.footfall.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.account.Caller;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Periods;
import org.footfall.site.Annotation;
import org.footfall.site.AnnotationStore;
import org.footfall.site.Site;

/** {@code Annotations.*}: notes on days. Who may see a site reads them, writers change them. */
final class AnnotationMethods {
  private static final int BAD_REQUEST = 400;
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final AnnotationStore annotations;
  private final SiteAccess access;
  private final PeriodAnswers periods;
  private final Clock clock;

  AnnotationMethods(
      AnnotationStore annotations, SiteAccess access, PeriodAnswers periods, Clock clock) {
    this.annotations = annotations;
    this.access = access;
    this.periods = periods;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("Annotations.add", this::add);
    methods.add("Annotations.save", this::save);
    methods.add("Annotations.delete", this::delete);
    methods.add("Annotations.deleteAll", this::deleteAll);
    methods.add("Annotations.get", this::one);
    methods.add("Annotations.getAll", this::all);
    methods.add("Annotations.getAnnotationCountForDates", this::counts);
  }

  private Answer add(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.WRITE);
    ApiParameters sent = call.parameters();
    Optional<Annotation> added =
        annotations.add(
            site.id(),
            day(site, sent.required("date")),
            note(sent.required("note")),
            sent.flag("starred"),
            call.caller().login());
    if (added.isEmpty()) {
      throw ApiException.of(BAD_REQUEST, "A site has at most " + Annotation.MOST + " notes.");
    }
    return new Answer.One(fields(call, added.get()));
  }

  private Answer save(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.WRITE);
    ApiParameters sent = call.parameters();
    Annotation known = find(call, site);
    Optional<String> date = sent.text("date");
    Optional<String> note = sent.text("note");
    Annotation changed =
        new Annotation(
            known.site(),
            known.id(),
            date.isPresent() ? day(site, date.get()) : known.day(),
            note.isPresent() ? note(note.get()) : known.note(),
            sent.text("starred").isPresent() ? sent.flag("starred") : known.starred(),
            known.login());
    annotations.save(changed);
    return new Answer.One(fields(call, changed));
  }

  private Answer delete(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.WRITE);
    Annotation known = find(call, site);
    if (!annotations.delete(site.id(), known.id())) {
      throw unknown(site, known.id());
    }
    return new Answer.Done();
  }

  private Answer deleteAll(ApiCall call) throws ApiException {
    call.requireSuperuser();
    annotations.deleteAll(access.one(call, Right.WRITE).id());
    return new Answer.Done();
  }

  private Answer one(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    return new Answer.One(fields(call, find(call, site)));
  }

  private Answer all(ApiCall call) throws ApiException {
    Map<String, Answer> bySite = new LinkedHashMap<>();
    boolean ofPeriod = call.parameters().text("date").isPresent();
    for (Site site : access.viewed(call).sites()) {
      List<Period> asked =
          ofPeriod ? periods(call, site) : List.of(Period.range(LocalDate.EPOCH, LAST_DAY));
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Annotation annotation : between(site, asked)) {
        rows.add(fields(call, annotation));
      }
      call.budget().checkTime();
      call.budget().take(rows.size());
      bySite.put(site.id().toString(), Answer.Table.of(rows));
    }
    return new Answer.Keyed("idSite", bySite);
  }

  /** Pairs of a date and what is counted there, by site. */
  private Answer counts(ApiCall call) throws ApiException {
    Map<String, Answer> bySite = new LinkedHashMap<>();
    boolean withText = call.parameters().flag("getAnnotationText");
    for (Site site : access.viewed(call).sites()) {
      List<Period> asked = periods(call, site);
      List<Annotation> all = between(site, asked);
      List<Object> pairs = new ArrayList<>();
      call.budget().take(asked.size());
      for (Period period : asked) {
        call.budget().checkTime();
        List<Annotation> inside =
            all.stream()
                .filter(
                    one -> !one.day().isBefore(period.from()) && !one.day().isAfter(period.to()))
                .toList();
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("count", inside.size());
        count.put("starred", inside.stream().filter(Annotation::starred).count());
        if (withText && inside.size() == 1) {
          count.put("note", inside.get(0).note());
        }
        pairs.add(List.of(period.from().toString(), count));
      }
      bySite.put(site.id().toString(), new Answer.Values(pairs));
    }
    return new Answer.Keyed("idSite", bySite);
  }

  /** The periods that are asked for; {@code lastN} of them end at the date. */
  private List<Period> periods(ApiCall call, Site site) throws ApiException {
    ApiParameters sent = call.parameters();
    String kind = sent.text("period", "day");
    String dates = sent.required("date");
    int last = sent.number("lastN", 0);
    return last > 0
        ? read(kind, "last" + last, day(site, dates)).list()
        : read(kind, dates, site.zones().dayOf(clock.instant())).list();
  }

  private Periods read(String kind, String dates, LocalDate today) throws ApiException {
    return periods.periods(kind, dates, today);
  }

  private LocalDate day(Site site, String date) throws ApiException {
    return read("day", date, site.zones().dayOf(clock.instant())).list().get(0).from();
  }

  private List<Annotation> between(Site site, List<Period> asked) {
    return annotations.of(site.id(), asked.get(0).from(), asked.get(asked.size() - 1).to());
  }

  private static String note(String text) throws ApiException {
    if (text.length() > Annotation.LONGEST) {
      throw ApiException.of(
          BAD_REQUEST, "A note has at most " + Annotation.LONGEST + " characters.");
    }
    return text;
  }

  private Annotation find(ApiCall call, Site site) throws ApiException {
    String unused = call.parameters().required("idNote");
    int id = call.parameters().number("idNote", 0);
    return annotations.find(site.id(), id).orElseThrow(() -> unknown(site, id));
  }

  private static ApiException unknown(Site site, int id) {
    return ApiException.of("The site " + site.id() + " has no note " + id + ".");
  }

  /** Who wrote a note is not told to strangers. */
  private static Map<String, Object> fields(ApiCall call, Annotation annotation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date", annotation.day().toString());
    fields.put("note", annotation.note());
    fields.put("starred", annotation.starred() ? 1 : 0);
    if (!call.caller().equals(Caller.ANONYMOUS)) {
      fields.put("user", annotation.login());
    }
    fields.put("idNote", annotation.id());
    fields.put("canEditOrDelete", call.caller().may(annotation.site(), Right.WRITE));
    return fields;
  }
}
