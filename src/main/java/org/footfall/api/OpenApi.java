package org.footfall.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.footfall.manual.Manual;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.report.Period;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/**
 * The interface in the words of OpenAPI 3.1, from which programs make clients: a path for each
 * method, as {@code /api/Actions.getPageUrls}. The same methods answer at {@code
 * /index.php?module=API&method=…}, which that language cannot say, as it tells paths apart but not
 * queries. Methods come from the manual, columns of reports from their catalogue.
 */
final class OpenApi {
  private static final String PARAMETERS = "#/components/parameters/";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String RESPONSES = "#/components/responses/";
  private static final String JSON = "application/json";
  private static final List<String> REFUSALS = List.of("400", "401", "503");

  private final Manual manual;

  OpenApi(Manual manual) {
    this.manual = manual;
  }

  byte[] write() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put(
        "info",
        Map.of(
            "title",
            "Footfall Reporting API",
            "description",
            "Answers what the Reporting API of Matomo "
                + MetaMethods.COMPATIBLE_WITH
                + " answers. Every method is also there as /index.php?module=API&method=….",
            "version",
            MetaMethods.COMPATIBLE_WITH));
    all.put("servers", List.of(Map.of("url", "/")));
    all.put("security", List.of(Map.of("bearer", List.of()), Map.of("token", List.of()), Map.of()));
    all.put("tags", tags());
    Map<String, Object> paths = new LinkedHashMap<>();
    manual.methods().forEach(method -> paths.put("/api/" + method.name(), path(method)));
    all.put("paths", paths);
    all.put("components", components());
    try {
      return new ObjectMapper().writeValueAsBytes(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Object> tags() {
    TreeSet<String> modules = new TreeSet<>();
    manual.methods().forEach(method -> modules.add(method.module()));
    return modules.stream().<Object>map(module -> Map.of("name", module)).toList();
  }

  private Map<String, Object> path(MethodEntry method) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", method.name());
    operation.put("tags", List.of(method.module()));
    operation.put("summary", method.sentence());
    List<Object> parameters = new ArrayList<>();
    if (method.changes()) {
      operation.put("requestBody", body(method));
    } else {
      method.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
      if (method.ofTable()) {
        List<String> own = method.parameters().stream().map(Parameter::name).toList();
        manual.ofTables().stream()
            .filter(parameter -> !own.contains(parameter.name()))
            .forEach(parameter -> parameters.add(Map.of("$ref", PARAMETERS + parameter.name())));
      }
    }
    parameters.add(Map.of("$ref", PARAMETERS + "format"));
    operation.put("parameters", parameters);
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "200",
        Map.of(
            "description",
            "The answer, or what was wrong with the question.",
            "headers",
            Map.of(
                ApiServlet.DATA_UNTIL,
                Map.of(
                    "description",
                    "All hits received before this moment are in the answer.",
                    "schema",
                    Map.of("type", "string", "format", "date-time"))),
            "content",
            Map.of(JSON, Map.of("schema", schema(method)))));
    REFUSALS.forEach(status -> responses.put(status, Map.of("$ref", RESPONSES + "Refused")));
    operation.put("responses", responses);
    return Map.of(method.changes() ? "post" : "get", operation);
  }

  private static Map<String, Object> body(MethodEntry method) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      Map<String, Object> schema = schema(parameter);
      schema.put("description", parameter.text());
      properties.put(parameter.name(), schema);
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("type", "object");
    form.put("properties", properties);
    if (!required.isEmpty()) {
      form.put("required", required);
    }
    return Map.of("content", Map.of("application/x-www-form-urlencoded", Map.of("schema", form)));
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", parameter.name());
    fields.put("in", "query");
    fields.put("description", parameter.text());
    fields.put("required", parameter.required());
    switch (parameter.kind()) {
      case LIST -> {
        fields.put("style", "form");
        fields.put("explode", false);
      }
      case NUMBERED -> {
        fields.put("style", "deepObject");
        fields.put("explode", true);
      }
      default -> {}
    }
    fields.put("schema", schema(parameter));
    return fields;
  }

  private static Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String usual = parameter.usual();
    Object typed = usual;
    switch (parameter.kind()) {
      case NUMBER, SITE -> {
        schema.put("type", "integer");
        typed = usual.isEmpty() ? "" : (Object) Long.valueOf(usual);
      }
      case DECIMAL -> {
        schema.put("type", "number");
        typed = usual.isEmpty() ? "" : (Object) Double.valueOf(usual);
      }
      case FLAG -> {
        schema.put("type", "integer");
        schema.put("enum", List.of(0, 1));
        typed = usual.isEmpty() ? "" : (Object) Integer.valueOf(usual);
      }
      case LIST -> {
        schema.put("type", "array");
        schema.put("items", Map.of("type", "string"));
        typed = usual.isEmpty() ? "" : (Object) List.of(usual.split(","));
      }
      case NUMBERED -> {
        schema.put("type", "object");
        schema.put("additionalProperties", Map.of("type", "string"));
      }
      case PERIOD -> {
        schema.put("type", "string");
        schema.put("enum", List.of("day", "week", "month", "year", "range"));
      }
      case CHOICE -> {
        schema.put("type", "string");
        schema.put("enum", parameter.choices());
      }
      default -> schema.put("type", "string");
    }
    if (!"".equals(typed)) {
      schema.put("default", typed);
    }
    return schema;
  }

  /** What a method answers: of a report its rows, by date or site where several are asked for. */
  private Map<String, Object> schema(MethodEntry method) {
    Optional<Report> report = ReportCatalogue.find(method.name());
    if (report.isEmpty()) {
      return method.changes() ? Map.of("$ref", SCHEMAS + "Done") : Map.of();
    }
    return Map.of(
        "anyOf",
        List.of(
            Map.of("$ref", SCHEMAS + method.name()),
            Map.of("$ref", SCHEMAS + "Several"),
            Map.of("$ref", SCHEMAS + "Error")));
  }

  private Map<String, Object> components() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    manual.ofTables().forEach(one -> parameters.put(one.name(), parameter(one)));
    manual.everywhere().stream()
        .filter(one -> one.name().equals("format"))
        .forEach(one -> parameters.put(one.name(), parameter(inPaths(one))));
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put(
        "Error",
        object(
            Map.of(
                "result",
                Map.of("type", "string", "const", "error"),
                "message",
                Map.of("type", "string"))));
    schemas.put("Done", Map.of("description", "What was made, or that it was done."));
    schemas.put(
        "Several",
        Map.of(
            "type",
            "object",
            "description",
            "An answer for each period, by its label, or for each site, by its number.",
            "additionalProperties",
            true));
    for (MethodEntry method : manual.methods()) {
      ReportCatalogue.find(method.name())
          .ifPresent(report -> schemas.put(method.name(), rows(report)));
    }
    return Map.of(
        "parameters",
        parameters,
        "schemas",
        schemas,
        "responses",
        Map.of(
            "Refused",
            Map.of(
                "description",
                "It cannot be answered; the message says why.",
                "content",
                Map.of(JSON, Map.of("schema", Map.of("$ref", SCHEMAS + "Error"))))),
        "securitySchemes",
        Map.of(
            "bearer",
            Map.of("type", "http", "scheme", "bearer"),
            "token",
            Map.of("type", "apiKey", "in", "query", "name", "token_auth")));
  }

  /** At a method's own path the answer is JSON unless something else is asked for. */
  private static Parameter inPaths(Parameter format) {
    return new Parameter(
        format.name(), format.kind(), format.choices(), false, "json", format.meaning());
  }

  private static Map<String, Object> rows(Report report) {
    Map<String, Object> columns = new LinkedHashMap<>();
    ReportCards.of(report)
        .titled(Period.Kind.DAY)
        .forEach(
            (name, title) ->
                columns.put(
                    name,
                    name.equals("label")
                        ? Map.of("type", List.of("string", "number"), "description", title)
                        : Map.of("type", List.of("number", "string"), "description", title)));
    Map<String, Object> row = object(columns);
    return report.ofTotals() ? row : Map.of("type", "array", "items", row);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }
}
