package org.footfall.enrich.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser tells beside its user agent, in headers {@code Sec-CH-UA*} or, since a script must
 * ask for most of it, in the parameter {@code uadata}. The parameter, if it can be read, is all
 * that counts. Strangers write both: what is too long is cut or left out, what is no hint is
 * nothing.
 *
 * @param brands the browser's names, those with full versions if they were sent
 * @param platform as {@code Windows}
 * @param model as {@code Pixel 8}
 * @param formFactors in lower case, as {@code tablet}
 * @param app the Android program around the page, as {@code com.example.app}
 */
public record ClientHints(
    List<Brand> brands,
    String platform,
    String platformVersion,
    String model,
    List<String> formFactors,
    String app) {

  /** None were sent. */
  public static final ClientHints NONE = new ClientHints(List.of(), "", "", "", List.of(), "");

  private static final int MAX_HEADER = 1_000;
  private static final int MAX_UADATA = 4_000;
  private static final int MAX_TEXT = 100;
  private static final int MAX_LIST = 20;

  private static final Pattern BRAND = Pattern.compile("\"([^\"]+)\"; ?v=\"([^\"]+)\"");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One name of a browser and its version. */
  public record Brand(String name, String version) {}

  /**
   * @param headers by lower-case name
   * @param uadata the parameter, or the empty text
   */
  public static ClientHints of(Map<String, String> headers, String uadata) {
    if (uadata.startsWith("{") && uadata.length() <= MAX_UADATA) {
      try {
        return ofJson(JSON.readTree(uadata));
      } catch (JsonProcessingException e) {
        return ofHeaders(headers);
      }
    }
    return ofHeaders(headers);
  }

  private static ClientHints ofHeaders(Map<String, String> headers) {
    if (headers.isEmpty()) {
      return NONE;
    }
    List<Brand> full = brands(header(headers, "sec-ch-ua-full-version-list"));
    String app = header(headers, "x-requested-with");
    return new ClientHints(
        full.isEmpty() ? brands(header(headers, "sec-ch-ua")) : full,
        text(header(headers, "sec-ch-ua-platform")),
        text(header(headers, "sec-ch-ua-platform-version")),
        text(header(headers, "sec-ch-ua-model")),
        found(QUOTED, header(headers, "sec-ch-ua-form-factors"))
            .map(match -> match.toLowerCase(Locale.ROOT))
            .toList(),
        app.equalsIgnoreCase("xmlhttprequest") ? "" : text(app));
  }

  private static ClientHints ofJson(JsonNode sent) {
    List<Brand> full = brands(sent.path("fullVersionList"));
    return new ClientHints(
        full.isEmpty() ? brands(sent.path("brands")) : full,
        text(sent.path("platform").asText()),
        text(sent.path("platformVersion").asText()),
        text(sent.path("model").asText()),
        elements(sent.path("formFactors")).stream()
            .map(factor -> text(factor.asText()).toLowerCase(Locale.ROOT))
            .toList(),
        "");
  }

  private static String header(Map<String, String> headers, String name) {
    String value = headers.getOrDefault(name, "");
    return value.length() > MAX_HEADER ? value.substring(0, MAX_HEADER) : value;
  }

  private static List<Brand> brands(String header) {
    List<Brand> brands = new ArrayList<>();
    Matcher matcher = BRAND.matcher(header);
    while (brands.size() < MAX_LIST && matcher.find()) {
      brands.add(new Brand(text(matcher.group(1)), text(matcher.group(2))));
    }
    return List.copyOf(brands);
  }

  private static List<Brand> brands(JsonNode list) {
    return elements(list).stream()
        .map(brand -> new Brand(text(brand.path("brand").asText()), version(brand)))
        .filter(brand -> !brand.name().isEmpty() && !brand.version().isEmpty())
        .toList();
  }

  private static String version(JsonNode brand) {
    return text(brand.path("version").asText());
  }

  private static List<JsonNode> elements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(element -> elements.add(element));
    return elements.subList(0, Math.min(elements.size(), MAX_LIST));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().limit(MAX_LIST).map(match -> text(match.group(1)));
  }

  /** Without the quotes of headers. */
  private static String text(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && value.charAt(from) == '"') {
      from++;
    }
    while (to > from && value.charAt(to - 1) == '"') {
      to--;
    }
    return value.substring(from, Math.min(to, from + MAX_TEXT)).strip();
  }
}
