package org.footfall.manual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code methods.txt}, which says itself how it is written. */
final class MethodBook {
  private static final String FILE = "methods.txt";
  private static final String TABLE = "TABLE";
  private static final Pattern PARAMETER = Pattern.compile("(\\w+) : (\\S+) : (.+)");
  private static final Pattern GROUP = Pattern.compile("([A-Z]+) = (.+)");
  private static final Pattern METHOD = Pattern.compile("(! )?(\\w+\\.\\w+)\\((.*)\\)");
  private static final Pattern NAME = Pattern.compile("(\\w+)(=(.*))?");

  private final Map<String, Parameter> known = new LinkedHashMap<>();
  private final Map<String, List<Parameter>> groups = new LinkedHashMap<>();
  private final Map<String, MethodEntry> methods = new LinkedHashMap<>();
  private Matcher method;

  private MethodBook() {}

  static MethodBook load() {
    MethodBook book = new MethodBook();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                MethodBook.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          book.read(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return book;
  }

  /** Methods by name. */
  Map<String, MethodEntry> methods() {
    return methods;
  }

  /** The parameters of a group. */
  List<Parameter> group(String name) {
    return groups.get(name);
  }

  /** Parameters written like those of a method. */
  List<Parameter> parameters(String text) {
    List<Parameter> parameters = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(", ")) {
      if (groups.containsKey(part)) {
        parameters.addAll(groups.get(part));
      } else {
        parameters.add(parameter(part));
      }
    }
    return parameters;
  }

  private Parameter parameter(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches() || !known.containsKey(name.group(1))) {
      throw new IllegalStateException(FILE + " does not say what " + text + " is");
    }
    Parameter parameter = known.get(name.group(1));
    return name.group(2) == null ? parameter : parameter.optional(name.group(3));
  }

  private void read(String line) {
    if (line.startsWith("  ") && method != null) {
      add(line.trim());
      return;
    }
    Matcher parameter = PARAMETER.matcher(line);
    Matcher group = GROUP.matcher(line);
    Matcher signature = METHOD.matcher(line);
    if (parameter.matches()) {
      add(parameter.group(1), parameter.group(2), parameter.group(3));
    } else if (group.matches()) {
      groups.put(group.group(1), parameters(group.group(2)));
    } else if (signature.matches()) {
      method = signature;
    } else {
      throw new IllegalStateException(FILE + " has a line that says nothing: " + line);
    }
  }

  private void add(String name, String kind, String meaning) {
    List<String> choices = new ArrayList<>();
    Parameter.Kind values = kind(kind);
    if (values == Parameter.Kind.CHOICE) {
      choices.addAll(List.of(kind.split("\\|")));
    }
    known.put(name, new Parameter(name, values, choices, true, "", meaning));
  }

  private static Parameter.Kind kind(String text) {
    for (Parameter.Kind kind : Parameter.Kind.values()) {
      if (kind != Parameter.Kind.CHOICE && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    return Parameter.Kind.CHOICE;
  }

  private void add(String sentence) {
    String name = method.group(2);
    String signature = method.group(3);
    boolean ofTable = signature.equals(TABLE) || signature.endsWith(", " + TABLE);
    String own =
        ofTable
            ? signature.substring(0, Math.max(0, signature.length() - TABLE.length() - 2))
            : signature;
    MethodEntry entry =
        new MethodEntry(name, sentence, parameters(own), ofTable, method.group(1) != null);
    method = null;
    if (methods.put(name, entry) != null) {
      throw new IllegalStateException(FILE + " has " + name + " twice");
    }
  }
}
