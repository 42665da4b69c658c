package org.footfall.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.footfall.account.Accounts;
import org.footfall.account.Caller;
import org.footfall.enrich.geo.Place;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.ingest.BotRequests;
import org.footfall.manual.Manual;
import org.footfall.report.Presentation;
import org.footfall.report.ReportEngine;
import org.footfall.report.SiteWords;
import org.footfall.report.flow.FlowLog;
import org.footfall.report.live.LiveLog;
import org.footfall.site.AnnotationStore;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.GoalStore;
import org.footfall.site.InstanceStore;
import org.footfall.site.SavedSegmentStore;
import org.footfall.site.SiteStore;
import org.footfall.store.DatabaseException;
import org.footfall.tracking.FailureStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /index.php?module=API}, or {@code /api/Module.action}: a question in the address, in a
 * form body, or in both (then the address wins, but for the token), answered in the asked format.
 * Every error is an answer of that format, too.
 */
public final class ApiServlet extends HttpServlet {
  /** The attribute of a request that holds the {@link Caller} whose browser sent it. */
  public static final String SIGNED_IN = ApiServlet.class.getName() + ".signedIn";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
  private static final int LONGEST_BODY = 1 << 20;
  private static final int TOO_LARGE = 413;

  /** All hits received before this moment are in the answer. */
  static final String DATA_UNTIL = "X-Footfall-Data-Until";

  private static final String FORM = "application/x-www-form-urlencoded";

  /** What errors are written in before a format is known. */
  private static final AnswerFormat UNASKED = new XmlFormat();

  private final transient ApiDispatcher dispatcher;
  private final transient Manual manual;
  private final transient Supplier<Optional<Instant>> dataUntil;
  private final transient Function<HttpServletRequest, String> addresses;

  /**
   * @param addresses where a request comes from, as people write it; empty for nobody knows
   * @param guessers whom a wrong password that came from such an address is counted for
   * @param places where an address is
   * @param botCategories the category of a crawler by its name
   * @param dataUntil the moment before which every hit received is in the reports, where known
   */
  public ApiServlet(
      SiteStore sites,
      GoalStore goals,
      CustomDimensionStore dimensions,
      SavedSegmentStore savedSegments,
      InstanceStore settings,
      FailureStore failures,
      AnnotationStore annotations,
      Accounts accounts,
      ReportEngine reports,
      KnownReferrers referrers,
      Function<HttpServletRequest, String> addresses,
      UnaryOperator<String> guessers,
      Function<byte[], Place> places,
      BotRequests bots,
      UnaryOperator<String> botCategories,
      CatchUp catchUp,
      Supplier<Optional<Instant>> dataUntil,
      Clock clock) {
    this.dataUntil = dataUntil;
    this.addresses = addresses;
    SiteAccess access = new SiteAccess(sites);
    ApiMethods methods = new ApiMethods();
    new MetaMethods(methods).addTo();
    PeriodAnswers periods = new PeriodAnswers(access, clock);
    Presentation presentation = reports.presentation();
    SiteSegments segments = new SiteSegments(new SiteWords(dimensions, goals, presentation));
    ReportTables tables = new ReportTables(reports, segments);
    new ReportMethods(periods, tables, referrers, goals, dimensions).addTo(methods);
    new PageMethods(periods, tables, goals).addTo(methods);
    new ConversionMethods(periods, tables, goals).addTo(methods);
    new SummaryMethods(periods, tables).addTo(methods);
    new OverviewMethod(periods, tables).addTo(methods);
    ReportCards cards = new ReportCards(goals, dimensions);
    new MetadataMethods(methods, access, cards).addTo();
    new ProcessedMethod(methods, access, periods, cards, clock).addTo();
    new RowEvolutionMethod(methods, access, periods, cards).addTo();
    new PageMetadataMethods(access, cards).addTo(methods);
    new SitesMethods(access, periods, tables, clock).addTo(methods);
    new SitesByGroup(methods).addTo();
    new SiteMethods(sites, settings, access, clock).addTo(methods);
    new GlobalMethods(settings).addTo(methods);
    new GoalMethods(goals, access).addTo(methods);
    new DimensionMethods(dimensions, access).addTo(methods);
    LiveLog log = new LiveLog(reports);
    new SegmentMetadata(access, segments, log, clock).addTo(methods);
    new SegmentMethods(savedSegments, access, segments).addTo(methods);
    new LiveMethods(
            log,
            access,
            periods,
            goals,
            dimensions,
            segments,
            new VisitNames(referrers, presentation.devices()),
            clock)
        .addTo(methods);
    new TransitionMethods(new FlowLog(reports), access, periods, segments, settings).addTo(methods);
    new InsightMethods(access, periods, tables).addTo(methods);
    new EventMethods().addTo(methods);
    new VariableMethods(access, tables, clock).addTo(methods);
    new CountryMethods(places).addTo(methods);
    new BotMethods(bots, botCategories, periods, tables).addTo(methods);
    new AdminMethods(settings, catchUp).addTo(methods);
    new CodeMethods(access).addTo(methods);
    new FailureMethods(failures, access).addTo(methods);
    new TokenMethods(accounts, guessers, clock).addTo(methods);
    new AnnotationMethods(annotations, access, periods, clock).addTo(methods);
    new FreshnessMethod(access, log, dataUntil).addTo(methods);
    this.dispatcher = new ApiDispatcher(methods, accounts::authenticateToken, clock);
    this.manual = methods.manual();
  }

  /** What can be asked. */
  public Manual manual() {
    return manual;
  }

  /** Whether a request to the root or to {@code /index.php} is one for this servlet. */
  public static boolean isFor(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && ("&" + query).contains("&module=API");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    handle(request, response, "");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      response.setStatus(TOO_LARGE);
      error(UNASKED, "The body of a request has at most 1 MB.", response);
      return;
    }
    String type = request.getContentType();
    boolean form = type == null || type.regionMatches(true, 0, FORM, 0, FORM.length());
    handle(request, response, form ? new String(body, StandardCharsets.UTF_8) : "");
  }

  private void handle(HttpServletRequest request, HttpServletResponse response, String form)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    AnswerFormat format = UNASKED;
    try {
      String query = request.getQueryString();
      ApiParameters address = new ApiParameters(FormData.parse(query == null ? "" : query));
      ApiParameters body = new ApiParameters(FormData.parse(form));
      ApiParameters all = inPath(request, address.over(body));
      format = AnswerFormat.of(all);
      if (!all.text("module", "").equals("API")) {
        throw ApiException.of(404, "This address answers module=API only.");
      }
      ApiToken token = ApiToken.of(body, request.getHeader("Authorization"), address);
      Optional<Caller> person = Optional.ofNullable((Caller) request.getAttribute(SIGNED_IN));
      ApiCall call = dispatcher.call(all, token, person, addresses.apply(request), base(request));
      // Asked before the reports are read: what is stored in between is more than promised.
      Optional<Instant> until = dataUntil.get();
      Answer answer = dispatcher.answer(call);
      until.ifPresent(
          moment ->
              response.setHeader(DATA_UNTIL, moment.truncatedTo(ChronoUnit.SECONDS).toString()));
      write(format, call, answer, response);
    } catch (ApiException e) {
      response.setStatus(e.status());
      error(format, e.getMessage(), response);
    } catch (DatabaseException e) {
      LOG.warn("A question to the API failed: {}", e.getMessage());
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      error(format, "The database cannot be read at the moment. Ask again later.", response);
    }
  }

  private static String base(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /** A method may also be asked for by a path of its own; then JSON is what is not asked for. */
  private static ApiParameters inPath(HttpServletRequest request, ApiParameters sent) {
    String path = request.getPathInfo();
    return path == null || path.length() < 2
        ? sent
        : new ApiParameters(Map.of("module", "API", "method", path.substring(1)))
            .over(sent)
            .over(new ApiParameters(Map.of("format", "json")));
  }

  private static void write(
      AnswerFormat format, ApiCall call, Answer answer, HttpServletResponse response)
      throws IOException {
    Optional<String> refusal = format.refusal(answer);
    if (refusal.isPresent()) {
      error(format, refusal.get(), response);
      return;
    }
    response.setContentType(format.contentType());
    for (Map.Entry<String, String> header : format.headers(call).entrySet()) {
      response.setHeader(header.getKey(), header.getValue());
    }
    format.write(call, answer, response.getOutputStream());
  }

  private static void error(AnswerFormat format, String message, HttpServletResponse response)
      throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    format.error(message, text);
    response.setContentType(format.errorContentType());
    response.getOutputStream().write(text.toByteArray());
  }
}
