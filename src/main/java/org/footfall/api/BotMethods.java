package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.footfall.api.BotAddresses.Side;
import org.footfall.ingest.BotRequests;
import org.footfall.ingest.BotRequests.Answered;
import org.footfall.report.DataTable;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.site.Site;

/** {@code BotTracking.*}: what AI assistants fetched for those who asked them. */
final class BotMethods {
  private static final int BAD_REQUEST = 400;
  private static final int MOST_ROWS = 100_000;
  private static final String PREFIX = "BotTracking_AIChatbots";
  private static final Report ASSISTANTS =
      ReportCatalogue.find("Referrers.getAIAssistants").orElseThrow();

  private final BotRequests bots;
  private final UnaryOperator<String> categories;
  private final PeriodAnswers periods;
  private final ReportTables tables;

  /**
   * @param categories the category of a crawler by its name
   */
  BotMethods(
      BotRequests bots,
      UnaryOperator<String> categories,
      PeriodAnswers periods,
      ReportTables tables) {
    this.bots = bots;
    this.categories = categories;
    this.periods = periods;
    this.tables = tables;
  }

  void addTo(ApiMethods methods) {
    methods.add("BotTracking.get", call -> answer(call, this::totals));
    for (String name : List.of("getAIChatbotRequests", "getAIAssistantRequests")) {
      methods.add("BotTracking." + name, call -> answer(call, this::chatbots));
    }
    addBelow(methods, "getPageUrlsForAI", false);
    addBelow(methods, "getDocumentUrlsForAI", true);
    addContent(methods, "getAIChatbotContentPages", one -> !BotAddresses.isDocument(one.url()));
    addContent(methods, "getAIChatbotContentDocuments", one -> BotAddresses.isDocument(one.url()));
    methods.add("BotTracking.getAIChatbotBrokenContent", call -> answer(call, this::broken));
    methods.add(
        "BotTracking.getAIChatbotAIFavouredPages",
        call -> answer(call, all -> favoured(all, Side.CHATBOTS)));
    methods.add(
        "BotTracking.getAIChatbotHumanFavouredPages",
        call -> answer(call, all -> favoured(all, Side.PEOPLE)));
  }

  /** What chatbots fetched from a site in a period, by chatbot and address. */
  private record Fetched(ApiCall call, Site site, Period period, List<Answered> rows) {
    long sum(ToLongFunction<Answered> number) {
      return rows.stream().mapToLong(number).sum();
    }

    long addresses(boolean documents) {
      return rows.stream()
          .map(Answered::url)
          .filter(url -> !url.isEmpty() && BotAddresses.isDocument(url) == documents)
          .distinct()
          .count();
    }
  }

  private interface Maker {
    Answer of(Fetched fetched) throws ApiException;
  }

  private Answer answer(ApiCall call, Maker maker) throws ApiException {
    if (call.parameters().text("segment").isPresent()) {
      throw ApiException.of(
          BAD_REQUEST, "What crawlers fetch is in no visit, so no segment can select it.");
    }
    ChatbotNames names = new ChatbotNames(categories);
    return periods.answer(
        call,
        (site, list, alone) -> {
          List<Answer> answers = new ArrayList<>();
          for (Period period : list) {
            call.budget().checkTime();
            List<Answered> rows = new ArrayList<>();
            for (Answered one : bots.answers(site.id(), period.from(), period.to(), MOST_ROWS)) {
              names
                  .of(one.bot())
                  .ifPresent(
                      name ->
                          rows.add(
                              new Answered(
                                  name,
                                  BotAddresses.withoutProtocol(one.url()),
                                  one.requests(),
                                  one.bytes(),
                                  one.missing(),
                                  one.failed())));
            }
            call.budget().take(rows.size());
            answers.add(maker.of(new Fetched(call, site, period, rows)));
          }
          return answers;
        });
  }

  private Answer totals(Fetched all) throws ApiException {
    long requests = all.sum(Answered::requests);
    long acquired = acquired(all).values().stream().mapToLong(Long::longValue).sum();
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put(PREFIX + "Requests", requests);
    totals.put(PREFIX + "AcquiredVisits", acquired);
    totals.put(PREFIX + "UniquePageUrls", all.addresses(false));
    totals.put(PREFIX + "NotFoundRequests", all.sum(Answered::missing));
    totals.put(
        PREFIX + "UniqueChatbots", all.rows().stream().map(Answered::bot).distinct().count());
    totals.put(PREFIX + "UniqueDocumentUrls", all.addresses(true));
    totals.put(PREFIX + "ServerErrorRequests", all.sum(Answered::failed));
    totals.put(
        PREFIX + "ClickThroughRate",
        requests == 0 ? 0 : Math.round(10_000.0 * acquired / requests) / 10_000.0);
    return new Answer.One(totals);
  }

  /** Visits by the assistant that sent them, where the server tells these apart. */
  private Map<String, Long> acquired(Fetched all) throws ApiException {
    Map<String, Long> visits = new LinkedHashMap<>();
    DataTable table = tables.read(ASSISTANTS, all.site(), List.of(all.period()), all.call()).get(0);
    table.rows().forEach(row -> visits.put(row.label(), row.value(Metric.VISITS)));
    return visits;
  }

  private Answer chatbots(Fetched all) throws ApiException {
    boolean documents = secondary(all.call());
    boolean expanded = all.call().parameters().flag("expanded");
    Map<String, Long> acquired = acquired(all);
    Map<String, List<Answered>> byBot = new LinkedHashMap<>();
    all.rows().forEach(one -> byBot.computeIfAbsent(one.bot(), b -> new ArrayList<>()).add(one));
    List<Answer.Line> lines = new ArrayList<>();
    byBot.forEach(
        (bot, rows) -> {
          long ofDocuments = sum(rows, one -> BotAddresses.isDocument(one.url()));
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("label", bot);
          line.put("requests", sum(rows, one -> true));
          line.put("document_requests", ofDocuments);
          line.put("page_requests", sum(rows, one -> true) - ofDocuments);
          line.put("visits_acquired", acquired.getOrDefault(bot, 0L));
          Answer.Table below = below(rows, documents);
          boolean none = below.isEmpty();
          lines.add(
              new Answer.Line(
                  line, Map.of(), none ? null : number(bot), none || !expanded ? null : below));
        });
    lines.sort(BotAddresses.byNumber("requests"));
    return cut(all.call(), lines);
  }

  private static boolean secondary(ApiCall call) throws ApiException {
    return switch (call.parameters().text("secondaryDimension", "pages")) {
      case "pages" -> false;
      case "documents" -> true;
      default ->
          throw ApiException.of(
              BAD_REQUEST, "The parameter 'secondaryDimension' is 'pages' or 'documents'.");
    };
  }

  /** By which clients ask for what lies below a chatbot. */
  private static int number(String bot) {
    return bot.hashCode() & Integer.MAX_VALUE;
  }

  private static long sum(List<Answered> rows, Predicate<Answered> which) {
    return rows.stream().filter(which).mapToLong(Answered::requests).sum();
  }

  private static Answer.Table below(List<Answered> rows, boolean documents) {
    Map<String, Long> requests = new TreeMap<>();
    rows.stream()
        .filter(one -> !one.url().isEmpty() && BotAddresses.isDocument(one.url()) == documents)
        .forEach(one -> requests.merge(one.url(), one.requests(), Long::sum));
    List<Answer.Line> lines = new ArrayList<>();
    requests.forEach(
        (url, count) -> {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("label", url);
          line.put("requests", count);
          lines.add(new Answer.Line(line, Map.of(), null, null));
        });
    lines.sort(BotAddresses.byNumber("requests"));
    return new Answer.Table(lines, lines.isEmpty());
  }

  private void addBelow(ApiMethods methods, String action, boolean documents) {
    for (String who : List.of("Chatbot", "Assistant")) {
      methods.add(
          "BotTracking." + action + who,
          call -> {
            call.parameters().required("idSubtable");
            int wanted = call.parameters().number("idSubtable", 0);
            return answer(
                call,
                all ->
                    cut(
                        call,
                        lines(
                            below(
                                all.rows().stream()
                                    .filter(one -> number(one.bot()) == wanted)
                                    .toList(),
                                documents))));
          });
    }
  }

  private void addContent(ApiMethods methods, String action, Predicate<Answered> which) {
    methods.add(
        "BotTracking." + action,
        call ->
            answer(
                call,
                all ->
                    cut(
                        call,
                        BotAddresses.of(all.rows(), which, BotAddresses::content, "requests"))));
  }

  private Answer broken(Fetched all) throws ApiException {
    return cut(
        all.call(),
        BotAddresses.of(
            all.rows(),
            one -> one.missing() + one.failed() > 0,
            BotAddresses::broken,
            "total_broken_requests"));
  }

  private Answer favoured(Fetched all, Side side) throws ApiException {
    DataTable pages =
        tables
            .read(ReportCatalogue.PAGE_URLS, all.site(), List.of(all.period()), all.call(), true)
            .get(0);
    return cut(all.call(), BotAddresses.favoured(all.rows(), pages, side));
  }

  private static List<Answer.Line> lines(Answer.Table table) {
    List<Answer.Line> lines = new ArrayList<>();
    table.lines().forEach(lines::add);
    return lines;
  }

  private static Answer cut(ApiCall call, List<Answer.Line> lines) throws ApiException {
    int from = Math.max(0, call.parameters().number("filter_offset", 0));
    int limit = call.parameters().number("filter_limit", 100);
    int end = limit < 0 ? lines.size() : (int) Math.min(lines.size(), (long) from + limit);
    List<Answer.Line> kept = from >= end ? List.of() : lines.subList(from, end);
    return new Answer.Table(kept, kept.isEmpty());
  }
}
