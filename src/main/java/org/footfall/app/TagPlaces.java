package org.footfall.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.footfall.config.Config;
import org.footfall.config.Setting;

/**
 * Where the tag is served and where hits are taken: under Matomo's names, and where the group
 * {@code tag} says. One address may be for both.
 */
record TagPlaces(Set<String> tag, Set<String> hits) {
  private static final List<String> TAG =
      List.of(
          "/matomo.js",
          "/piwik.js",
          "/footfall.js",
          "/footfall.lite.js",
          "/js/",
          "/js/index.php",
          "/js/matomo.js",
          "/js/piwik.js",
          "/js/piwik.min.js");
  private static final List<String> HITS =
      List.of("/matomo.php", "/piwik.php", "/js/", "/js/index.php", "/js/tracker.php");

  /** What no own name begins with: all that is served besides. */
  private static final String TAKEN =
      "api|assets|health|help|index\\.php|login|logout|metrics|plugins|preferences|robots\\.txt|s";

  private static final Pattern FORM =
      Pattern.compile(
          "(?=.{2,200}$)(?!/(?:"
              + TAKEN
              + ")(?:/|$))(?!.*/\\.{1,2}(?:/|$))(?!.*\\.map$)(?:/[A-Za-z0-9._~-]+)+/?");

  private static final String WORDS =
      "paths such as \"/stats/app.js\", of letters, digits and -._~, that are not a page of Footfall's"
          + " own, not below one, and do not end in .map";

  static final Setting<List<String>> TAG_PATHS =
      Setting.list(
              "tag.paths",
              List.of(),
              "More paths under which the tag is served, beside /matomo.js and its kin, for names"
                  + " of your own; the small tag where a path ends in lite.js.")
          .form(FORM, WORDS);
  static final Setting<List<String>> HIT_PATHS =
      Setting.list(
              "tag.hit_paths",
              List.of(),
              "More paths that take hits, beside /matomo.php and its kin. A path may be in both"
                  + " lists: then whoever sends nothing gets the tag.")
          .form(FORM, WORDS);

  /** All of them, in the order of the sample file. */
  static final List<Setting<?>> ALL = List.of(TAG_PATHS, HIT_PATHS);

  static TagPlaces of(Config config) {
    return new TagPlaces(with(TAG, config.get(TAG_PATHS)), with(HITS, config.get(HIT_PATHS)));
  }

  private static Set<String> with(List<String> usual, List<String> more) {
    Set<String> all = new LinkedHashSet<>(usual);
    all.addAll(more);
    return all;
  }

  /** Where the tag is served and nothing else; its maps are beside it. */
  List<String> tagAlone() {
    List<String> alone = new ArrayList<>(tag);
    alone.removeAll(hits);
    for (String path : tag) {
      if (!path.endsWith("/")) {
        alone.add(path + ".map");
      }
    }
    return alone;
  }

  /** Where both is. */
  List<String> both() {
    List<String> both = new ArrayList<>(tag);
    both.retainAll(hits);
    return both;
  }
}
