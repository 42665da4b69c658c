package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent in any parameter of any method, the answer is one, or a refusal that says why.
 * What methods take is read from the manual, so a new method or parameter is tried the day it is
 * described.
 */
class StrangeValuesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  /** 429 is for who guesses passwords, as all these values are. */
  private static final Set<Integer> ANSWERS = Set.of(200, 400, 401, 403, 404, 429);

  private static final LocalDate DAY = LocalDate.of(2024, 3, 14);

  /** What senders get wrong, and what those send who look for holes. */
  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1",
          "-2147483648",
          "2147483647",
          "2147483648",
          "99999999999999999999999999",
          "1e308",
          "NaN",
          "0x10",
          "1.5",
          "1,2,,3,",
          "all",
          "true",
          "false",
          "null",
          "undefined",
          "'\"><script>alert(1)</script>",
          "1' OR '1'='1",
          "%",
          "%zz%00",
          "\u0000",
          "\ud83e\udd86 ü \u202e\ufffe",
          "a".repeat(5000),
          ",".repeat(2000),
          "(".repeat(400),
          "(a+)+$",
          "[",
          "\\",
          "a>b>c> > >",
          "../../etc/passwd",
          "last999999999",
          "last10000",
          "previous0",
          "2024-02-30",
          "0000-00-00",
          "9999-12-31",
          "2024-03-14,2024-03-01",
          "2024-03-01,2024-03-14,2024-03-15",
          "today,yesterday",
          "range",
          "day",
          "countryCode==fr;;actions>",
          "countryCode",
          "pageUrl=@a,pageUrl=@b;actions>1",
          "visitorId==zz",
          "nb_visits",
          "label",
          "json",
          "array()",
          "{\"a\":[1]}",
          "Europe/Paris",
          "UTC+99");

  /** What clients send with any method, and what is special about it. */
  private static final Map<String, List<String>> SENT_ANYWHERE =
      Map.ofEntries(
          Map.entry("idSite", List.of("1", "1,2", "all", "2,1,2", "1,99", "0", "", ",", "1;2")),
          Map.entry("period", List.of("day", "week", "month", "year", "range", "Day", "days", "")),
          Map.entry(
              "date",
              List.of(
                  "today",
                  "yesterdaySameTime",
                  "now",
                  "lastWeek",
                  "last-month",
                  "lastyear",
                  "last0",
                  "last7",
                  "previous3",
                  "last-3",
                  "2024-03-14",
                  "2024-03-14 10:00:00",
                  "2024-3-14",
                  "2024-03-01,2024-03-14",
                  "2024-03-14,yesterday",
                  "lastMonth,now",
                  "today,last7",
                  ",2024-03-14",
                  "2024-03-14,",
                  "1990-01-01,2024-03-14",
                  "1710417600")),
          Map.entry(
              "segment",
              List.of(
                  "countryCode==fr",
                  "countryCode%3D%3Dfr",
                  "countryCode%253D%253Dfr",
                  "countryCode==",
                  "countryCode!=",
                  "countryCode=@",
                  "actions>=2;actions<3",
                  "pageUrl=^http://one;pageUrl=$e,pageUrl!@x",
                  "pageTitle==a\\,b\\;c",
                  "pageUrl=@" + "%".repeat(50),
                  "actions>" + "9".repeat(40),
                  "actions==1".repeat(300),
                  "actions==1,".repeat(300),
                  "dimension1==x",
                  "dimension999999999999==x",
                  "visitConvertedGoalName==x",
                  "visitIp>1.2.3.4;visitIp<::1",
                  "visitEndServerDate==2024-03-14",
                  "==",
                  ";",
                  "nosuch==1")),
          Map.entry(
              "label",
              List.of(
                  "a",
                  "a>b",
                  "a > b",
                  ">",
                  "> a",
                  "a%3Eb",
                  "a%2520%253E%2520b",
                  "@/b",
                  "+a",
                  "@@",
                  "a,b",
                  "a>".repeat(300),
                  "index&nbsp;")),
          Map.entry("label[0]", List.of("a", "a > b", "")),
          Map.entry("label[]", List.of("a")),
          Map.entry("labelSeries", List.of("0", "1,0", "-1", "a")),
          Map.entry("expanded", List.of("1", "0")),
          Map.entry("flat", List.of("1", "0")),
          Map.entry("idSubtable", List.of("1", "0", "-1", "2147483647")),
          Map.entry("depth", List.of("0", "1", "99")),
          Map.entry("idGoal", List.of("1", "0", "-1", "ecommerceOrder", "ecommerceAbandonedCart")),
          Map.entry("idDimension", List.of("1", "0", "-1")),
          Map.entry("columns", List.of("nb_visits", "nb_visits,,bounce_rate", "nosuch")),
          Map.entry("columns[0]", List.of("nb_visits")),
          Map.entry("showColumns", List.of("nb_visits", "label", "nosuch", ",")),
          Map.entry("hideColumns", List.of("nb_visits", "label", "goals")),
          Map.entry("hideColumnsRecursively", List.of("0", "1", "nb_visits")),
          Map.entry("format", List.of("xml", "csv", "tsv", "html", "rss", "original", "console")),
          Map.entry("callback", List.of("a.b", "a;b", "a(b)", "")),
          Map.entry("jsoncallback", List.of("a", "</script>")),
          Map.entry("format_metrics", List.of("0", "1", "bc", "all", "true")),
          Map.entry("filter_sort_column", List.of("label", "nb_visits", "bounce_rate", "nosuch")),
          Map.entry("filter_limit", List.of("-1", "0", "1", "-2147483648")),
          Map.entry("filter_offset", List.of("-1", "1", "2147483647")),
          Map.entry("filter_truncate", List.of("0", "1", "-1")),
          Map.entry("filter_excludelowpop", List.of("nb_visits", "nb_hits", "label", "nosuch")),
          Map.entry("filter_pattern", List.of("a", ".*", "^$", "(?i)a", "\\", "a/i")),
          Map.entry("filter_pattern_recursive", List.of("b", "^/?$")),
          Map.entry("pivotBy", List.of("Referrers.Keyword", "0")),
          Map.entry("pivotByColumn", List.of("nb_visits")),
          Map.entry("pivotByColumnLimit", List.of("-1")),
          Map.entry("compareSegments[0]", List.of("countryCode==fr", "")),
          Map.entry("comparePeriods[0]", List.of("day")),
          Map.entry("compareDates[0]", List.of("yesterday")),
          Map.entry("compare", List.of("1", "0")),
          Map.entry("invert_compare_change_compute", List.of("1")),
          Map.entry("totals", List.of("1", "0")),
          Map.entry("showRawMetrics", List.of("1")),
          Map.entry("serialize", List.of("1", "0")),
          Map.entry("fetch_archive_state", List.of("1")),
          Map.entry("trigger", List.of("archivephp")),
          Map.entry("force_api_session", List.of("1")),
          Map.entry("language", List.of("de", "xx", "en-US", "../en")),
          Map.entry("module", List.of("api", "CoreHome", "")),
          Map.entry("method", List.of("", ".", "a.b.c", "API.", "VisitsSummary")));

  private static TestApi api;
  private static String root;
  private final List<String> failures = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    api = new TestApi();
    SiteId site = api.addSite("One", "UTC");
    api.addSite("Two", "Europe/Paris");
    root = api.token("root", true);
    for (int visitor = 1; visitor <= 3; visitor++) {
      api.visit(
          site,
          DAY,
          8 + visitor,
          visitor,
          row -> row.set(Columns.COUNTRY, "fr"),
          List.of("one.example/", "one.example/a/b?c=d", "one.example/a/e"));
    }
    api.conversion(site, DAY, 12, 2, row -> row.set(Columns.GOAL, 3));
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void inEveryParameterOfItsOwn() throws Exception {
    Random random = new Random(1);
    for (MethodEntry method : api.api.manual().methods()) {
      for (Parameter parameter : method.parameters()) {
        for (int i = 0; i < 12; i++) {
          ask(method, parameter, STRANGE.get(random.nextInt(STRANGE.size())));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void inWhatReportsAndAllMethodsTake() throws Exception {
    List<Parameter> shared = new ArrayList<>(api.api.manual().ofTables());
    shared.addAll(api.api.manual().everywhere());
    for (String name : List.of("Actions.getPageUrls", "API.getProcessedReport")) {
      MethodEntry method = api.api.manual().find(name).orElseThrow();
      for (Parameter parameter : shared) {
        for (String strange : STRANGE) {
          ask(method, parameter, strange);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  /** Clients send what they know to every method, be it described there or not. */
  @Test
  void inWhateverIsSentToAnyMethod() throws Exception {
    Random random = new Random(3);
    Set<String> names = new LinkedHashSet<>(SENT_ANYWHERE.keySet());
    api.api.manual().ofTables().forEach(parameter -> names.add(parameter.name()));
    api.api.manual().everywhere().forEach(parameter -> names.add(parameter.name()));
    names.remove("token_auth");
    for (MethodEntry method : api.api.manual().methods()) {
      for (String name : names) {
        List<String> usual = SENT_ANYWHERE.getOrDefault(name, List.of());
        List<String> from = usual.isEmpty() || random.nextInt(3) == 0 ? STRANGE : usual;
        judge(question(method) + pair(name, from.get(random.nextInt(from.size()))));
      }
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Actions.getPageUrls",
        "VisitsSummary.get",
        "Goals.get",
        "Live.getLastVisitsDetails",
        "MultiSites.getAll",
        "API.getProcessedReport",
        "API.getRowEvolution"
      })
  void inEachWayToWriteWhatIsAskedFor(String name) throws Exception {
    MethodEntry method = api.api.manual().find(name).orElseThrow();
    for (String sent : List.of("segment", "label", "date")) {
      for (String value : SENT_ANYWHERE.get(sent)) {
        judge(question(method) + pair(sent, value));
        judge(question(method) + pair(sent, value) + "&idSite=all&flat=1&format=xml");
      }
    }
    for (String period : SENT_ANYWHERE.get("period")) {
      for (String date : SENT_ANYWHERE.get("date")) {
        judge(question(method) + pair("period", period) + pair("date", date));
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void inSeveralParametersAtOnce() throws Exception {
    Random random = new Random(2);
    List<MethodEntry> methods = api.api.manual().methods();
    List<Parameter> shared = api.api.manual().ofTables();
    for (int i = 0; i < 1500; i++) {
      MethodEntry method = methods.get(random.nextInt(methods.size()));
      StringBuilder question = new StringBuilder(question(method));
      for (int more = random.nextInt(4); more >= 0; more--) {
        boolean own = !method.parameters().isEmpty() && random.nextBoolean();
        List<Parameter> from = own ? method.parameters() : shared;
        Parameter parameter = from.get(random.nextInt(from.size()));
        question.append(pair(parameter.name(), STRANGE.get(random.nextInt(STRANGE.size()))));
      }
      judge(question.toString());
    }
    assertThat(failures).isEmpty();
  }

  /** A question as it should be, of the day that has visits. */
  private static String question(MethodEntry method) {
    return method
        .question("1")
        .substring("module=API&".length())
        .replace("date=yesterday", "date=" + DAY);
  }

  private static String pair(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private void ask(MethodEntry method, Parameter parameter, String value) throws Exception {
    String question = question(method);
    judge(question + pair(parameter.name(), value));
    if (parameter.kind() == Parameter.Kind.LIST || parameter.kind() == Parameter.Kind.NUMBERED) {
      judge(question + pair(parameter.name() + "[0]", value));
      judge(question + pair(parameter.name() + "[" + value + "]", "1"));
    }
  }

  private void judge(String question) throws Exception {
    TestApi.Reply reply = api.post("", question + "&token_auth=" + root);
    String body = reply.body();
    boolean documented = ANSWERS.contains(reply.status());
    if (documented && reply.status() != 200) {
      documented = body.contains("error") || reply.type().startsWith("text/");
    }
    if (!documented) {
      failures.add(reply.status() + " " + shortened(question) + " → " + shortened(body));
    } else if (reply.type().startsWith("application/json")) {
      assertThat(JSON.readTree(body)).as(question).isNotNull();
    } else if (reply.type().startsWith("text/xml")) {
      isWellFormed(question, reply);
    }
  }

  private void isWellFormed(String question, TestApi.Reply reply) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(reply.bytes()));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      failures.add(e.getMessage() + " " + shortened(question) + " → " + shortened(reply.body()));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
