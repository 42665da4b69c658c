package org.footfall.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The parameters of one question, by their names as sent. */
final class ApiParameters {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  private final Map<String, String> values;

  ApiParameters(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** These, and the other's where these have no value of the name. */
  ApiParameters over(ApiParameters other) {
    Map<String, String> merged = new LinkedHashMap<>(other.values);
    merged.putAll(values);
    return new ApiParameters(merged);
  }

  /** These without what goes by the name, be it one value or several. */
  ApiParameters without(String name) {
    Map<String, String> others = new LinkedHashMap<>(values);
    others.keySet().removeIf(key -> key.equals(name) || key.startsWith(name + "["));
    return new ApiParameters(others);
  }

  /** The value; an empty one counts as none. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  String required(String name) throws ApiException {
    return text(name).orElseThrow(() -> ApiException.missing(name));
  }

  /** Whether the parameter was sent, be it empty. */
  boolean has(String name) {
    return values.containsKey(name)
        || values.keySet().stream().anyMatch(key -> key.startsWith(name + "["));
  }

  /** {@code 1} and words for it are true; anything else, and nothing, is not. */
  boolean flag(String name) {
    String value = values.getOrDefault(name, "");
    return value.equals("1") || value.equalsIgnoreCase("true") || value.equals("on");
  }

  /** A whole number, or the other one where none was sent. */
  int number(String name, int otherwise) throws ApiException {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.get().trim());
    } catch (NumberFormatException e) {
      throw ApiException.of(400, "The parameter '" + name + "' must be a whole number.");
    }
  }

  /** A number, or the other one where none was sent. */
  double decimal(String name, double otherwise) throws ApiException {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!DECIMAL.matcher(value.get().trim()).matches()) {
      throw ApiException.of(400, "The parameter '" + name + "' must be a number.");
    }
    return Double.parseDouble(value.get().trim());
  }

  /** Values sent as {@code name[0]=a&name[1]=b}, or as {@code name=a,b}. */
  List<String> list(String name) {
    Map<Integer, String> numbered = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(name + "[") && key.endsWith("]")) {
            String index = key.substring(name.length() + 1, key.length() - 1);
            if (index.matches("\\d{1,6}")) {
              numbered.put(Integer.parseInt(index), value);
            }
          }
        });
    if (!numbered.isEmpty()) {
      return new ArrayList<>(numbered.values());
    }
    return Arrays.stream(values.getOrDefault(name, "").split(","))
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
