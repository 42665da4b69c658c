package org.footfall.enrich.referrer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads which parameters carry what was searched for, engine by engine, out of {@code
 * referers.yml}. That file uses little of YAML: media at the left, engines below them by two
 * blanks, their lists by four, and the lists' entries deeper; only this much is understood.
 */
final class KeywordParameters {
  private static final String SEARCH = "search:";
  private static final String PARAMETERS = "parameters:";

  private KeywordParameters() {}

  static Map<String, List<String>> parse(String yaml) {
    Map<String, List<String>> parameters = new HashMap<>();
    String medium = "";
    String engine = "";
    String list = "";
    for (String line : yaml.lines().toList()) {
      int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
      String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
      int indent = text.length() - text.stripLeading().length();
      String word = text.strip();
      if (word.startsWith("- ")) {
        if (medium.equals(SEARCH) && list.equals(PARAMETERS)) {
          String parameter = word.substring(2).strip();
          parameters.computeIfAbsent(engine, name -> new ArrayList<>()).add(parameter);
        }
      } else if (indent >= 4) {
        list = word;
      } else if (indent == 2) {
        engine = word.replaceFirst("\\s*:$", "");
        list = "";
      } else if (!word.isEmpty()) {
        medium = word;
      }
    }
    return parameters;
  }
}
