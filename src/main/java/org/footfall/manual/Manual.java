package org.footfall.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/** All methods by name, with their parameters. */
public final class Manual {
  private final Map<String, MethodEntry> methods;
  private final List<Parameter> ofTables;
  private final List<Parameter> everywhere;

  private Manual(
      Map<String, MethodEntry> methods, List<Parameter> ofTables, List<Parameter> everywhere) {
    this.methods = methods;
    this.ofTables = ofTables;
    this.everywhere = everywhere;
  }

  /** Everything that is described: methods of reports, and the others. */
  public static Manual load() {
    MethodBook book = MethodBook.load();
    Map<String, MethodEntry> all = new TreeMap<>();
    for (Report report : ReportCatalogue.ALL) {
      add(all, report(book, report, report.action()));
      addBelow(all, book, report);
      report.others().values().forEach(other -> addBelow(all, book, other));
    }
    all.putAll(book.methods());
    return new Manual(all, List.copyOf(book.group("TABLE")), List.copyOf(book.group("EVERYWHERE")));
  }

  private static void addBelow(Map<String, MethodEntry> all, MethodBook book, Report report) {
    if (!report.belowAction().equals(report.action())) {
      add(
          all,
          new MethodEntry(
              report.module() + "." + report.belowAction(),
              "The rows below a row of the report “" + report.title() + "”.",
              book.parameters("ISPD, idSubtable, segment="),
              true,
              false));
    }
  }

  private static MethodEntry report(MethodBook book, Report report, String action) {
    List<String> parameters = new ArrayList<>(List.of("STD"));
    if (report.hasSubtables()) {
      parameters.add("LEVELS");
    }
    if (report.ofPages()) {
      parameters.add("depth=");
    }
    if (!report.others().isEmpty()) {
      parameters.add("secondaryDimension=");
    }
    if (report.ofGoals()) {
      parameters.add("idGoal=");
    }
    if (report.ofItems()) {
      parameters.add("abandonedCarts=0");
    }
    if (report.ofTotals()) {
      parameters.add("columns=");
    }
    return new MethodEntry(
        report.module() + "." + action,
        "The report “" + report.title() + "”.",
        book.parameters(String.join(", ", parameters)),
        true,
        false);
  }

  private static void add(Map<String, MethodEntry> all, MethodEntry entry) {
    all.put(entry.name(), entry);
  }

  /** What is said of these methods; those of which nothing is said are there without a word. */
  public Manual of(Collection<String> names) {
    Map<String, MethodEntry> some = new LinkedHashMap<>();
    for (String name : names) {
      some.put(name, find(name).orElse(new MethodEntry(name, "", List.of(), false, false)));
    }
    return new Manual(some, ofTables, everywhere);
  }

  public Optional<MethodEntry> find(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  /** All methods, by name. */
  public List<MethodEntry> methods() {
    return List.copyOf(methods.values());
  }

  /** What every method that answers a table takes as well. */
  public List<Parameter> ofTables() {
    return ofTables;
  }

  /** What every method takes as well. */
  public List<Parameter> everywhere() {
    return everywhere;
  }
}
