package org.footfall.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Visits to the app: opened to scan something, and then a few screens. */
final class AppPaths implements Paths {
  static final String SITE = "https://app.openlarder.example";
  private static final double ONWARD = 0.68;
  private static final int MOST_SCREENS = 25;

  private final Choices screens = Choices.of("screens.tsv");

  @Override
  public List<Page> walk(SplittableRandom random) {
    List<Page> walk = new ArrayList<>();
    walk.add(new Page(SITE + "/start", "Start", ""));
    while (random.nextDouble() < ONWARD && walk.size() < MOST_SCREENS) {
      List<String> row = screens.choose(random);
      walk.add(new Page(SITE + row.get(1), row.get(2), ""));
    }
    return walk;
  }
}
