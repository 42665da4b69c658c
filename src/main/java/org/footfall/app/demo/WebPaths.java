package org.footfall.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Visits to the web site: from a link, a newsletter or nowhere, over products and lists. */
final class WebPaths implements Paths {
  static final String SITE = "https://openlarder.example";
  private static final double BOUNCE = 0.52;
  private static final double ONWARD = 0.63;
  private static final int MOST_PAGES = 20;

  private final Choices sources = Choices.of("sources.tsv");
  private final Choices pages = Choices.of("pages.tsv");
  private final Choices products = Choices.of("products.tsv");
  private final Choices searches = Choices.of("searches.tsv");

  @Override
  public List<Page> walk(SplittableRandom random) {
    List<String> source = sources.choose(random);
    String referrer = source.get(1).equals("link") ? source.get(2) : "";
    List<Page> walk = new ArrayList<>();
    Page first = page(referrer, random);
    if (source.get(1).equals("campaign")) {
      String medium = random.nextBoolean() ? "email" : "web";
      first =
          new Page(
              first.url()
                  + (first.url().contains("?") ? "&" : "?")
                  + "mtm_campaign="
                  + source.get(2)
                  + "&mtm_medium="
                  + medium,
              first.title(),
              "");
    }
    walk.add(first);
    boolean more = random.nextDouble() >= BOUNCE;
    while (more && walk.size() < MOST_PAGES) {
      walk.add(page(walk.get(walk.size() - 1).url(), random));
      more = random.nextDouble() < ONWARD;
    }
    return walk;
  }

  private Page page(String referrer, SplittableRandom random) {
    double kind = random.nextDouble();
    if (kind < 0.45) {
      List<String> row = products.choose(random);
      String url = SITE + "/product/" + row.get(1) + "/" + row.get(2);
      return new Page(url, row.get(3) + " – Open Larder", referrer);
    }
    if (kind < 0.57) {
      String words = searches.choose(random).get(1);
      return new Page(SITE + "/cgi/search.pl?terms=" + words, "Search – Open Larder", referrer);
    }
    List<String> row = pages.choose(random);
    return new Page(SITE + row.get(1), row.get(2), referrer);
  }
}
