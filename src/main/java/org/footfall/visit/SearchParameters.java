package org.footfall.visit;

import java.util.List;
import java.util.Optional;
import org.footfall.codec.Told;
import org.footfall.enrich.referrer.Pairs;
import org.footfall.enrich.referrer.WebAddress;

/** The parameters in a page's address that say it shows what somebody searched for on the site. */
public final class SearchParameters {
  private static final String COUNT = "search_count";

  private final List<String> keywords;
  private final List<String> categories;

  public SearchParameters(List<String> keywords, List<String> categories) {
    this.keywords = List.copyOf(keywords);
    this.categories = List.copyOf(categories);
  }

  /** What was searched for. */
  record Search(String keyword, Detail.Search detail) {
    static final Search NONE = new Search("", new Detail.Search("", Told.NOTHING));
  }

  /** The search that stands in the query, else in the fragment, with something behind it. */
  Optional<Search> find(String url) {
    if (url.indexOf('=') < 0) {
      return Optional.empty();
    }
    WebAddress address = WebAddress.of(url);
    return in(address.query()).or(() -> in(address.fragment()));
  }

  private Optional<Search> in(String pairs) {
    String keyword = first(keywords, pairs);
    if (keyword.isEmpty()) {
      return Optional.empty();
    }
    long count = Numbers.whole(Pairs.value(pairs, COUNT), -1);
    return Optional.of(
        new Search(
            keyword,
            new Detail.Search(first(categories, pairs), count < 0 ? 0 : Told.number(count))));
  }

  private static String first(List<String> names, String pairs) {
    for (String name : names) {
      String value = Pairs.value(pairs, name);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
