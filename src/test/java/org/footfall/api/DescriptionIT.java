package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.footfall.account.Right;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the methods is complete, and true of the server that says it. */
class DescriptionIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestApi api;

  @BeforeEach
  void open() throws Exception {
    api = new TestApi();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void everyMethodSaysWhatItDoesAndWhatItTakes() {
    List<String> silent =
        api.api.manual().methods().stream()
            .filter(method -> method.sentence().isEmpty())
            .map(MethodEntry::name)
            .toList();
    assertThat(silent).as("methods that manual/methods.txt does not describe").isEmpty();
    for (MethodEntry method : api.api.manual().methods()) {
      for (Parameter parameter : method.parameters()) {
        if (parameter.required()) {
          assertThat(parameter.example()).as("example of %s", parameter.name()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void theOpenApiDescriptionIsValid() throws Exception {
    TestApi.Reply reply = api.at("/api/openapi.json");
    assertThat(reply.type()).startsWith("application/json");
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().readContents(reply.body(), List.of(), options);
    assertThat(parsed.getMessages()).isEmpty();
    String spoilt = reply.body().replaceFirst("\"in\":\"query\"", "\"in\":\"nowhere\"");
    assertThat(new OpenAPIV3Parser().readContents(spoilt, List.of(), options).getMessages())
        .as("what the validator notices")
        .isNotEmpty();
    OpenAPI description = parsed.getOpenAPI();
    assertThat(description.getOpenapi()).isEqualTo("3.1.0");
    Set<String> paths = new TreeSet<>(description.getPaths().keySet());
    assertThat(paths)
        .isEqualTo(
            api.api.manual().methods().stream()
                .map(method -> "/api/" + method.name())
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(paths)
        .containsAll(ReportCatalogue.ALL.stream().map(report -> "/api/" + report.id()).toList());
  }

  /** Whatever is written as a reference is there. */
  @Test
  void everyReferenceOfTheDescriptionLeadsSomewhere() throws Exception {
    JsonNode description = JSON.readTree(api.at("/api/openapi.json").body());
    List<String> references = new ArrayList<>();
    description.findValuesAsText("$ref").forEach(references::add);
    assertThat(references).isNotEmpty();
    for (String reference : new TreeSet<>(references)) {
      assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  /** A method that reads answers its example, as the help page links to it. */
  @Test
  void everyExampleIsUnderstood() throws Exception {
    SiteId site = api.addSite("One", "UTC");
    String token = api.token("viewer", false);
    api.grant("viewer", site, Right.VIEW);
    for (MethodEntry method : api.api.manual().methods()) {
      if (method.changes()) {
        continue;
      }
      String question = method.question("1").substring("module=API&".length());
      TestApi.Reply reply = api.ask(token, question);
      assertThat(reply.status())
          .as("%s: %s", URLDecoder.decode(question, StandardCharsets.UTF_8), reply.body())
          .isIn(200, 401, 404);
      assertThat(reply.body()).as(question).doesNotContain("specify a value for");
      assertThat(JSON.readTree(reply.body())).isNotNull();
    }
  }

  @Test
  void whatIsMissingIsNamedBeforeRightsAreLookedAt() throws Exception {
    for (MethodEntry method : api.api.manual().methods()) {
      List<Parameter> required = method.parameters().stream().filter(Parameter::required).toList();
      if (!required.isEmpty()) {
        assertThat(api.get("method=" + method.name() + "&format=json").body())
            .as(method.name())
            .contains("Please specify a value for '" + required.get(0).name() + "'");
      }
    }
  }

  @Test
  void aMethodAnswersAtItsOwnPathToo() throws IOException, InterruptedException {
    SiteId site = api.addSite("One", "UTC");
    String token = api.token("viewer", false);
    api.grant("viewer", site, Right.VIEW);
    Report report = ReportCatalogue.VISITS_SUMMARY;
    String question = "idSite=1&period=day&date=today&token_auth=" + token;
    TestApi.Reply own = api.at("/api/" + report.id() + "?" + question);
    assertThat(own.body())
        .isEqualTo(api.get("format=json&method=" + report.id() + "&" + question).body());
    assertThat(own.type()).startsWith("application/json");
    assertThat(api.at("/api/" + report.id() + "?format=xml&" + question).type())
        .startsWith("text/xml");
  }
}
