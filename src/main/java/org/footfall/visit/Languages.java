package org.footfall.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code Accept-Language} tells: the language a visitor prefers, and where that hints to. */
public final class Languages {
  private static final int MOST_TAGS = 8;
  private static final int LONGEST_TAG = 20;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

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

  /** One of the tags, in lower case; the region is empty where there is none that exists. */
  private record Tag(String language, String region) {
    static Tag of(String text) {
      String[] parts = text.toLowerCase(Locale.ROOT).replace('_', '-').split("-", -1);
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].length() == 2 && COUNTRIES.contains(parts[i].toUpperCase(Locale.ROOT))) {
          return new Tag(parts[0], parts[i]);
        }
      }
      return new Tag(parts[0], "");
    }
  }

  private static List<Tag> tags(String header) {
    List<Tag> tags = new ArrayList<>();
    for (String part : header.split(",", MOST_TAGS + 1)) {
      int weight = part.indexOf(';');
      String tag = (weight < 0 ? part : part.substring(0, weight)).strip();
      if (!tag.isEmpty() && tag.length() <= LONGEST_TAG && tags.size() < MOST_TAGS) {
        tags.add(Tag.of(tag));
      }
    }
    return tags;
  }

  /**
   * The first language there is, with its region: {@code de}, {@code fr-be}; {@code xx} where none
   * of those told exists, and empty where none was told.
   */
  public static String code(String header) {
    List<Tag> tags = tags(header);
    for (Tag tag : tags) {
      if (LANGUAGES.contains(tag.language())) {
        return tag.region().isEmpty() ? tag.language() : tag.language() + "-" + tag.region();
      }
    }
    return tags.isEmpty() ? "" : "xx";
  }

  /**
   * The country that languages hint at. The first one, if it comes without a region, is spoken at
   * home; else the first region that any names counts, else the home of the first that has one.
   * Browsers add {@code en-us} to whatever their users speak.
   */
  public static String country(String header) {
    List<Tag> tags = tags(header);
    if (!tags.isEmpty()
        && tags.get(0).region().isEmpty()
        && HOME.containsKey(tags.get(0).language())) {
      return HOME.get(tags.get(0).language());
    }
    for (Tag tag : tags) {
      if (!tag.region().isEmpty()) {
        return tag.region();
      }
    }
    return tags.stream()
        .map(tag -> HOME.getOrDefault(tag.language(), ""))
        .filter(home -> !home.isEmpty())
        .findFirst()
        .orElse("");
  }
}
