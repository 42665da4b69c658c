package org.footfall.tag;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A line that says how a request must look; see {@link Scenario}. */
record Wanted(List<String> words) implements Predicate<Hit> {
  static Wanted of(String line) {
    return new Wanted(List.of(line.strip().split("\\s+")));
  }

  @Override
  public boolean test(Hit hit) {
    if (words.get(0).equals("=")) {
      return hit.parameters().keySet().stream()
          .filter(name -> !name.startsWith("pf_"))
          .toList()
          .equals(words.subList(1, words.size()));
    }
    return words.stream().allMatch(word -> fits(word, hit));
  }

  private static boolean fits(String word, Hit hit) {
    Map<String, String> parameters = hit.parameters();
    if (word.startsWith(":")) {
      return hit.how().contains(word.substring(1));
    }
    if (word.startsWith("-")) {
      return !parameters.containsKey(word.substring(1));
    }
    int end = 0;
    while (end < word.length() && "=~".indexOf(word.charAt(end)) < 0) {
      end++;
    }
    String value = parameters.get(word.substring(0, end));
    if (value == null || end == word.length()) {
      return value != null;
    }
    String wanted =
        URLDecoder.decode(word.substring(end + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    return word.charAt(end) == '='
        ? value.equals(wanted)
        : Pattern.compile(wanted).matcher(value).matches();
  }
}
