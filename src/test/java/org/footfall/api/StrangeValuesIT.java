package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.site.SiteId;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent in any parameter of any method, the answer is one, or a refusal that says why.
 * What methods take is read from the manual, so a new method or parameter is tried the day it is
 * described.
 */
class StrangeValuesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> ANSWERS = Set.of(200, 400, 401, 403, 404);
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
    for (String name :
        List.of(
            "Actions.getPageUrls",
            "VisitsSummary.get",
            "Referrers.getReferrerType",
            "Goals.get",
            "API.getProcessedReport")) {
      MethodEntry method = api.api.manual().find(name).orElseThrow();
      for (Parameter parameter : shared) {
        for (String strange : STRANGE) {
          ask(method, parameter, strange);
        }
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
    }
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
