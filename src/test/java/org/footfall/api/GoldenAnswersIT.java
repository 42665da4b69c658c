package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole answers about a small log, byte by byte. {@code -Dgolden.write=DIR} writes them anew. */
class GoldenAnswersIT {
  private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);
  private static TestApi api;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    api.addSite("blog", "UTC");
    token = api.token("root", true);
    api.visit(
        shop,
        MONDAY,
        9,
        1,
        visit -> {},
        List.of("shop.example/", "shop.example/caf%C3%A9/tea?kind=a&b", "shop.example/café/"));
    api.visit(
        shop,
        MONDAY,
        23,
        1,
        visit ->
            visit
                .set(Columns.REFERRER_TYPE, 3)
                .set(Columns.REFERRER_NAME, "news.example")
                .set(Columns.REFERRER_URL, "https://news.example/a/1"),
        List.of("shop.example/<b>"));
    api.visit(
        shop,
        MONDAY.plusDays(1),
        9,
        2,
        visit ->
            visit
                .set(Columns.USER_ID, "mia@shop.example")
                .set(Columns.REFERRER_TYPE, 7)
                .set(Columns.REFERRER_NAME, "Facebook")
                .set(Columns.REFERRER_URL, "https://facebook.com/x"),
        List.of("shop.example/", "shop.example/cart", "shop.example/"));
    api.visit(
        shop,
        MONDAY.plusDays(8),
        0,
        1,
        visit ->
            visit
                .set(Columns.REFERRER_TYPE, 3)
                .set(Columns.REFERRER_NAME, "news.example")
                .set(Columns.REFERRER_URL, "https://news.example/"),
        List.of("shop.example/cart"));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summary-day.json        | method=VisitsSummary.get&period=day&date=2024-03-04
          summary-month.xml       | method=VisitsSummary.get&period=month&date=2024-03-04
          summary-range.json      | method=VisitsSummary.get&period=range&date=2024-03-04,2024-03-20
          summary-days.xml        | method=VisitsSummary.get&period=day&date=2024-03-04,2024-03-06
          summary-days.csv        | method=VisitsSummary.get&period=day&date=2024-03-04,2024-03-06&convertToUnicode=0
          summary-weeks.json      | method=VisitsSummary.get&period=week&date=last3&columns=nb_visits,bounce_rate
          summary-nothing.json    | method=VisitsSummary.get&period=year&date=2020-01-01
          summary-raw.json        | method=VisitsSummary.get&period=month&date=2024-03-04&format_metrics=0
          summary-pretty.json     | method=VisitsSummary.get&period=month&date=2024-03-04&format_metrics=1
          summary-sites.json      | method=VisitsSummary.get&period=day&date=2024-03-04&idSite=all
          summary-sites-days.xml  | method=VisitsSummary.get&period=day&date=2024-03-04,2024-03-05&idSite=1,2
          summary-day.html        | method=VisitsSummary.get&period=day&date=2024-03-04
          pages-day.json          | method=Actions.getPageUrls&period=day&date=2024-03-04
          pages-day-flat.json     | method=Actions.getPageUrls&period=day&date=2024-03-04&flat=1
          pages-month-expanded.xml| method=Actions.getPageUrls&period=month&date=2024-03-04&expanded=1
          pages-month-flat.csv    | method=Actions.getPageUrls&period=month&date=2024-03-04&flat=1&convertToUnicode=0
          pages-second.tsv        | method=Actions.getPageUrls&period=month&date=2024-03-04&flat=1&convertToUnicode=0&filter_sort_column=nb_hits&filter_sort_order=asc&filter_offset=1&filter_limit=1
          pages-found.json        | method=Actions.getPageUrls&period=month&date=2024-03-04&flat=1&filter_column=label&filter_pattern=CART|tea&hideColumns=sum_time_spent
          pages-label.json        | method=Actions.getPageUrls&period=month&date=2024-03-04&label=café%3Etea?kind=a%26b&showColumns=nb_visits
          pages-truncated.json    | method=Actions.getPageUrls&period=month&date=2024-03-04&flat=1&filter_truncate=2
          entries-flat.json       | method=Actions.getEntryPageUrls&period=month&date=2024-03-04&flat=1
          exits-expanded.json     | method=Actions.getExitPageUrls&period=month&date=2024-03-04&expanded=1
          titles.json             | method=Actions.getPageTitles&period=day&date=2024-03-05
          entry-titles-flat.json  | method=Actions.getEntryPageTitles&period=week&date=2024-03-05&flat=1
          channels.json           | method=Referrers.getReferrerType&period=day&date=2024-03-05&expanded=1
          channels-month.xml      | method=Referrers.getReferrerType&period=month&date=2024-03-05
          channel.json            | method=Referrers.getReferrerType&period=month&date=2024-03-05&idSubtable=3
          websites-flat.json      | method=Referrers.getWebsites&period=month&date=2024-03-05&flat=1
          websites-expanded.xml   | method=Referrers.getWebsites&period=month&date=2024-03-05&expanded=1
          hours.csv               | method=VisitTime.getVisitInformationPerServerTime&period=week&date=2024-03-05&convertToUnicode=0
          weekdays.json           | method=VisitTime.getByDayOfWeek&period=month&date=2024-03-05
          overview-day.json       | method=API.get&period=day&date=2024-03-04
          overview-days.xml       | method=API.get&period=day&date=2024-03-04,2024-03-06&columns=nb_visits,nb_pageviews
          frequency.json          | method=VisitFrequency.get&period=month&date=2024-03-04
          actions-month.json      | method=Actions.get&period=month&date=2024-03-04
          referrers.json          | method=Referrers.getAll&period=month&date=2024-03-04
          referrers-summary.xml   | method=Referrers.get&period=month&date=2024-03-04
          local-hours.csv         | method=VisitTime.getVisitInformationPerLocalTime&period=day&date=2024-03-05&convertToUnicode=0
          sites.json              | method=MultiSites.getAll&period=day&date=2024-03-05&enhanced=1
          sites-days.csv          | method=MultiSites.getAll&period=day&date=2024-03-04,2024-03-05&convertToUnicode=0
          actions-days.json       | method=VisitsSummary.getActions&period=day&date=2024-03-04,2024-03-06
          actions-days.xml        | method=VisitsSummary.getActions&period=day&date=2024-03-04,2024-03-06
          titled.csv              | method=Referrers.getReferrerType&period=month&date=2024-03-05&convertToUnicode=0&translateColumnNames=1
          processed.json          | method=API.getProcessedReport&period=month&date=2024-03-05&apiModule=Actions&apiAction=getPageUrls&flat=1
          report.xml              | method=API.getMetadata&apiModule=Referrers&apiAction=getReferrerType
          processed-days.xml      | method=API.getProcessedReport&period=day&date=2024-03-04,2024-03-05&apiModule=Referrers&apiAction=getReferrerType&hideMetricsDoc=1&showTimer=0
          processed.csv           | method=API.getProcessedReport&period=month&date=2024-03-05&apiModule=Referrers&apiAction=getReferrerType&convertToUnicode=0
          processed-totals.json   | method=API.getProcessedReport&period=day&date=2024-03-04&apiModule=VisitsSummary&apiAction=get&hideMetricsDoc=1
          evolution.json          | method=API.getRowEvolution&period=day&date=2024-03-04,2024-03-06&apiModule=Referrers&apiAction=getReferrerType&label=Direct%20Entry
          evolution-page.xml      | method=API.getRowEvolution&period=week&date=2024-03-04,2024-03-17&apiModule=Actions&apiAction=getPageUrls&label=cart
          evolution-rows.json     | method=API.getRowEvolution&period=range&date=2024-03-04,2024-03-05&apiModule=Referrers&apiAction=getReferrerType&label=Websites,Direct%20Entry&column=nb_actions
          evolution-all.csv       | method=API.getRowEvolution&period=day&date=2024-03-04,2024-03-05&apiModule=Referrers&apiAction=getReferrerType&filter_limit=2&convertToUnicode=0
          nothing.csv             | method=Actions.getPageUrls&period=day&date=2024-03-14&convertToUnicode=0
          nothing.xml             | method=Actions.getPageUrls&period=day&date=2024-03-14
          feed.rss                | method=VisitsSummary.get&period=day&date=2024-03-04,2024-03-05
          """)
  void answersByteForByte(String file, String question) throws Exception {
    String format = file.substring(file.lastIndexOf('.') + 1);
    String site = question.contains("idSite=") ? "" : "&idSite=1";
    String query =
        (question + site + "&format=" + format).replace("é", "%C3%A9").replace("|", "%7C");
    String body = api.ask(token, query).body();
    String write = System.getProperty("golden.write");
    if (write != null) {
      Files.writeString(Path.of(write, file), body);
    }
    assertThat(body).isEqualTo(golden(file));
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = GoldenAnswersIT.class.getResourceAsStream("golden/" + file)) {
      assertThat(in).as("golden/" + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
