package org.footfall.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;

/** The types of values there are. */
final class Kinds {
  private static final Pattern QUANTITY =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([a-zA-Z]{1,8})?");
  private static final Map<String, Duration> TIME_UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "days", Duration.ofDays(1));
  private static final Map<String, Long> SIZE_UNITS =
      Map.of("B", 1L, "kB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);

  private Kinds() {}

  static final Kind<String> TEXT =
      new Kind<>() {
        @Override
        public String read(Object toml) throws BadValue {
          if (toml instanceof String text) {
            return text;
          }
          throw new BadValue("a text in quotation marks");
        }

        @Override
        public String write(String value) {
          return quoted(value);
        }
      };

  /** A text that the file system of this machine takes; what that is depends on its locale. */
  static final Kind<String> PATH =
      new Kind<>() {
        @Override
        public String read(Object toml) throws BadValue {
          try {
            if (toml instanceof String text && !text.isBlank()) {
              return Path.of(text).toString();
            }
          } catch (InvalidPathException e) {
            throw new BadValue("a path that the locale of this process can name");
          }
          throw new BadValue("a path");
        }

        @Override
        public String write(String value) {
          return quoted(value);
        }
      };

  static final Kind<Integer> NUMBER =
      new Kind<>() {
        @Override
        public Integer read(Object toml) throws BadValue {
          if (toml instanceof Long number) {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
          }
          throw new BadValue("a whole number");
        }

        @Override
        public String write(Integer value) {
          return value.toString();
        }
      };

  static final Kind<Boolean> FLAG =
      new Kind<>() {
        @Override
        public Boolean read(Object toml) throws BadValue {
          if (toml instanceof Boolean flag) {
            return flag;
          }
          throw new BadValue("true or false");
        }

        @Override
        public String write(Boolean value) {
          return value.toString();
        }
      };

  static final Kind<Duration> DURATION =
      new Kind<>() {
        @Override
        public Duration read(Object toml) throws BadValue {
          String shape = "a time such as \"500 ms\", \"30 s\", \"10 min\", \"2 h\" or \"7 days\"";
          return Duration.ofMillis(
              quantity(toml, shape, unit -> millis(TIME_UNITS.get(unit))).longValue());
        }

        @Override
        public String write(Duration value) {
          return quoted(showDuration(value));
        }
      };

  static final Kind<Long> SIZE =
      new Kind<>() {
        @Override
        public Long read(Object toml) throws BadValue {
          return quantity(toml, "a size such as \"512 kB\", \"64 MB\" or \"2 GB\"", SIZE_UNITS::get)
              .longValue();
        }

        @Override
        public String write(Long value) {
          return quoted(showSize(value));
        }
      };

  static final Kind<List<String>> LIST =
      new Kind<>() {
        @Override
        public List<String> read(Object toml) throws BadValue {
          if (toml instanceof TomlArray array) {
            List<String> texts = new ArrayList<>();
            for (Object item : array.toList()) {
              if (item instanceof String text) {
                texts.add(text);
              }
            }
            if (texts.size() == array.size()) {
              return List.copyOf(texts);
            }
          }
          throw new BadValue("a list of texts such as [\"one\", \"two\"]");
        }

        @Override
        public String write(List<String> value) {
          return value.stream().map(Kinds::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
      };

  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    return new Kind<>() {
      @Override
      public E read(Object toml) throws BadValue {
        for (E constant : type.getEnumConstants()) {
          if (word(constant).equals(toml)) {
            return constant;
          }
        }
        throw new BadValue(
            "one of "
                + Arrays.stream(type.getEnumConstants())
                    .map(constant -> quoted(word(constant)))
                    .collect(Collectors.joining(", ")));
      }

      @Override
      public String write(E value) {
        return quoted(word(value));
      }
    };
  }

  static <T> Kind<Optional<T>> optional(Kind<T> kind) {
    return new Kind<>() {
      @Override
      public Optional<T> read(Object toml) throws BadValue {
        return Optional.of(kind.read(toml));
      }

      @Override
      public String write(Optional<T> value) {
        return value.map(kind::write).orElse("");
      }
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String quoted(String text) {
    return '"' + Toml.tomlEscape(text).toString() + '"';
  }

  private interface Unit {
    /** How many of the smallest unit, or null when there is no such unit. */
    Long factor(String name);
  }

  private static Long millis(Duration unit) {
    return unit == null ? null : unit.toMillis();
  }

  private static BigDecimal quantity(Object toml, String shape, Unit units) throws BadValue {
    if (toml instanceof String text) {
      Matcher parts = QUANTITY.matcher(text);
      if (parts.matches()) {
        BigDecimal number = new BigDecimal(parts.group(1));
        boolean zero = number.signum() == 0 && parts.group(2) == null;
        Long factor = zero ? Long.valueOf(1) : units.factor(String.valueOf(parts.group(2)));
        if (factor != null) {
          BigDecimal value = number.multiply(BigDecimal.valueOf(factor));
          if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            return value;
          }
        }
      }
    }
    throw new BadValue(shape);
  }

  private static String showDuration(Duration value) {
    long millis = value.toMillis();
    if (millis == 0) {
      return "0 s";
    }
    for (String unit : List.of("days", "h", "min", "s")) {
      long factor = TIME_UNITS.get(unit).toMillis();
      if (millis % factor == 0) {
        long number = millis / factor;
        return number + " " + (unit.equals("days") && number == 1 ? "day" : unit);
      }
    }
    return millis + " ms";
  }

  private static String showSize(long value) {
    if (value == 0) {
      return "0 B";
    }
    for (String unit : List.of("TB", "GB", "MB", "kB")) {
      if (value % SIZE_UNITS.get(unit) == 0) {
        return value / SIZE_UNITS.get(unit) + " " + unit;
      }
    }
    return value + " B";
  }
}
