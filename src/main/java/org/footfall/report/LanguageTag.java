package org.footfall.report;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language of a visit: the first one known of those that the browser accepts. */
public final class LanguageTag {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES =
      Stream.of(Locale.getISOCountries())
          .map(code -> code.toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
  private static final String NONE_KNOWN = "xx";

  private LanguageTag() {}

  /**
   * {@code fr} or {@code fr-be}; {@code xx} when no tag is known, empty when nothing was accepted.
   *
   * @param tags as the log keeps them, with commas between
   */
  public static String of(String tags) {
    if (tags.isEmpty()) {
      return "";
    }
    for (String tag : tags.split(",", -1)) {
      String[] parts = tag.strip().replace('_', '-').split("-", -1);
      if (LANGUAGES.contains(parts[0])) {
        String last = parts[parts.length - 1];
        return parts.length > 1 && COUNTRIES.contains(last) ? parts[0] + "-" + last : parts[0];
      }
    }
    return NONE_KNOWN;
  }

  /** What people call the language that a code of {@link #of} stands for. */
  public static String name(String code) {
    if (code.isEmpty() || code.equals(NONE_KNOWN)) {
      return "Unknown";
    }
    return code.indexOf('-') < 0
        ? new Locale(code).getDisplayLanguage(Locale.ENGLISH)
        : "Language code " + code;
  }
}
