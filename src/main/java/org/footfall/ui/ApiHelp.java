package org.footfall.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.manual.Manual;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;

/**
 * The page about the Reporting API.
 *
 * @param site the number of the site in examples
 * @param search what the page was searched for, or empty
 * @param count how many methods are shown
 * @param all how many there are
 */
record ApiHelp(
    String site,
    String search,
    int count,
    int all,
    List<Module> modules,
    List<Taken> everywhere,
    List<Taken> ofTables) {
  private static final int LONGEST_SEARCH = 100;

  /** Methods that go together. */
  record Module(String name, List<Method> methods) {}

  /**
   * A method.
   *
   * @param href what asks it with an example; empty where that would change something
   */
  record Method(
      String name,
      String sentence,
      boolean changes,
      boolean ofTable,
      List<Taken> takes,
      String example,
      String href) {}

  /** A parameter in words. */
  record Taken(String name, String kind, String usual, boolean required, String meaning) {
    static Taken of(Parameter parameter) {
      return new Taken(
          parameter.name(),
          kind(parameter),
          parameter.usual(),
          parameter.required(),
          parameter.text());
    }

    private static String kind(Parameter parameter) {
      return switch (parameter.kind()) {
        case TEXT -> "text";
        case NUMBER -> "whole number";
        case DECIMAL -> "number";
        case FLAG -> "0 or 1";
        case LIST -> "list, as a,b";
        case NUMBERED -> "list, as name[0]=a";
        case SITE, SITES -> "site";
        case PERIOD -> "period";
        case DATE -> "date";
        case SEGMENT -> "segment";
        case CHOICE -> String.join(", ", parameter.choices());
      };
    }
  }

  static ApiHelp of(Manual manual, String site, String typed) {
    String search = typed.substring(0, Math.min(LONGEST_SEARCH, typed.length()));
    String wanted = search.toLowerCase(Locale.ROOT);
    Map<String, List<Method>> modules = new LinkedHashMap<>();
    int count = 0;
    for (MethodEntry entry : manual.methods()) {
      String text = entry.name() + " " + entry.sentence();
      if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
        modules
            .computeIfAbsent(entry.module(), module -> new ArrayList<>())
            .add(method(entry, site));
        count++;
      }
    }
    return new ApiHelp(
        site,
        search,
        count,
        manual.methods().size(),
        modules.entrySet().stream()
            .map(module -> new Module(module.getKey(), module.getValue()))
            .toList(),
        manual.everywhere().stream().map(Taken::of).toList(),
        manual.ofTables().stream().map(Taken::of).toList());
  }

  private static Method method(MethodEntry entry, String site) {
    String example = "/index.php?" + entry.question(site);
    return new Method(
        entry.name(),
        entry.sentence(),
        entry.changes(),
        entry.ofTable(),
        entry.parameters().stream().map(Taken::of).toList(),
        example,
        entry.changes() ? "" : example + "&force_api_session=1");
  }
}
