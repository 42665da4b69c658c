package org.footfall.visit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code Accept-Language} tells. */
public final class Languages {
  private static final int MAX_LENGTH = 20;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Languages that one country stands for when nothing better is known. */
  private static final Map<String, String> HOME = new HashMap<>();

  static {
    String pairs =
        "bg bg bs ba ca es cs cz da dk de de el gr et ee fi fi fr fr ga ie he il hi in hr hr hu hu"
            + " id id is is it it ja jp ka ge kk kz ko kr lt lt lv lv mk mk mn mn nb no nl nl nn"
            + " no no no pl pl pt pt ro ro ru ru sk sk sl si sq al sr rs sv se th th tr tr uk ua"
            + " vi vn es es be by hy am az az";
    String[] words = pairs.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      HOME.put(words[i], words[i + 1]);
    }
  }

  private Languages() {}

  /** The tags in order, without weights, in lower case: {@code de-ch,fr}. */
  public static String tags(String header) {
    StringBuilder tags = new StringBuilder();
    for (String part : header.split(",", 8)) {
      int weight = part.indexOf(';');
      String tag = (weight < 0 ? part : part.substring(0, weight)).strip();
      if (!tag.isEmpty()) {
        tags.append(tags.isEmpty() ? "" : ",").append(tag.toLowerCase(Locale.ROOT));
      }
    }
    return Texts.clean(tags.toString(), MAX_LENGTH);
  }

  /**
   * The country that languages hint at: the first that a tag names, else the home of the first
   * language that has one; empty when neither is there.
   */
  public static String country(String tags) {
    String home = "";
    for (String tag : tags.split(",", -1)) {
      int dash = tag.lastIndexOf('-');
      String region = dash < 0 ? "" : tag.substring(dash + 1);
      if (region.length() == 2 && COUNTRIES.contains(region.toUpperCase(Locale.ROOT))) {
        return region;
      }
      if (home.isEmpty()) {
        home = HOME.getOrDefault(dash < 0 ? tag : tag.substring(0, tag.indexOf('-')), "");
      }
    }
    return home;
  }
}
