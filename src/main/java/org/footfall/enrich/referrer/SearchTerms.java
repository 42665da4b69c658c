package org.footfall.enrich.referrer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a search engine's addresses tell what was searched for. Most engines tell nothing any more,
 * so that a visit from the path of a search is one from the engine without a keyword.
 *
 * @param parameters most telling first
 * @param paths that are a search even without a keyword; {@code *} for all
 * @param charset of parameters that are not UTF-8
 */
record SearchTerms(List<String> parameters, List<String> paths, Charset charset) {
  private static final List<String> USUAL_PATHS = List.of("/", "/search", "/url");

  /** Where an engine's own are not known. */
  static final SearchTerms USUAL = of(List.of("q", "query", "p", "text", "search"));

  private static final String ANY = "*";

  SearchTerms {
    parameters = List.copyOf(parameters);
    paths = List.copyOf(paths);
  }

  static SearchTerms of(List<String> parameters) {
    return new SearchTerms(parameters, USUAL_PATHS, StandardCharsets.UTF_8);
  }

  /** What was searched for, decoded; empty when it is not told. */
  String keyword(WebAddress from) {
    String inQuery = Pairs.first(from.query(), parameters, charset);
    return inQuery.isEmpty() ? Pairs.first(from.fragment(), parameters, charset) : inQuery;
  }

  /** Whether an address without a keyword is one of a search all the same. */
  boolean isSearch(WebAddress from) {
    return from.path().isEmpty() || paths.contains(from.path()) || paths.contains(ANY);
  }
}
