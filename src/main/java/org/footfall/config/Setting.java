package org.footfall.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The declaration of one setting. Immutable; the methods that refine it return another one.
 *
 * <pre>{@code
 * static final Setting<Integer> PORT =
 *     Setting.number("http.port", 8080, "TCP port of the web server.").min(1).max(65535);
 * }</pre>
 *
 * The key {@code http.port} is {@code port} under {@code [http]} in the file. A secret may be given
 * as {@code <key>_file}, too: the path of a file that holds the value.
 *
 * @param <T> what {@link Config#get} gives
 */
public final class Setting<T> {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

  private final String key;
  private final Kind<T> kind;
  private final T defaultValue;
  private final String sentence;
  private final String example;
  private final Limits<T> limits;
  private final boolean secret;
  private final boolean reloadable;

  private record Limits<T>(T min, T max, Pattern form, String formWords) {}

  private Setting(
      String key,
      Kind<T> kind,
      T defaultValue,
      String sentence,
      String example,
      Limits<T> limits,
      boolean secret,
      boolean reloadable) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("a setting's key looks like group.name, not " + key);
    }
    this.key = key;
    this.kind = kind;
    this.defaultValue = Objects.requireNonNull(defaultValue);
    this.sentence = sentence;
    this.example = example;
    this.limits = limits;
    this.secret = secret;
    this.reloadable = reloadable;
  }

  private static <T> Setting<T> of(String key, Kind<T> kind, T defaultValue, String sentence) {
    return new Setting<>(
        key,
        kind,
        defaultValue,
        sentence,
        kind.write(defaultValue),
        new Limits<>(null, null, null, null),
        false,
        false);
  }

  /** A text. */
  public static Setting<String> text(String key, String defaultValue, String sentence) {
    return of(key, Kinds.TEXT, defaultValue, sentence);
  }

  /** The path of a file or a directory. */
  public static Setting<String> path(String key, String defaultValue, String sentence) {
    return of(key, Kinds.PATH, defaultValue, sentence);
  }

  /** A whole number. */
  public static Setting<Integer> number(String key, int defaultValue, String sentence) {
    return of(key, Kinds.NUMBER, defaultValue, sentence);
  }

  /** Yes or no. */
  public static Setting<Boolean> flag(String key, boolean defaultValue, String sentence) {
    return of(key, Kinds.FLAG, defaultValue, sentence);
  }

  /** A length of time, in milliseconds or more, written {@code "30 s"}. */
  public static Setting<Duration> duration(String key, Duration defaultValue, String sentence) {
    return of(key, Kinds.DURATION, defaultValue, sentence);
  }

  /** A number of bytes, written {@code "512 MB"}; 1 kB is 1,024 bytes. */
  public static Setting<Long> size(String key, long defaultBytes, String sentence) {
    return of(key, Kinds.SIZE, defaultBytes, sentence);
  }

  /** A list of texts. */
  public static Setting<List<String>> list(String key, List<String> defaults, String sentence) {
    return of(key, Kinds.LIST, List.copyOf(defaults), sentence);
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public static <E extends Enum<E>> Setting<E> oneOf(String key, E defaultValue, String sentence) {
    return of(key, Kinds.oneOf(defaultValue.getDeclaringClass()), defaultValue, sentence);
  }

  /** Refuses smaller values. */
  public Setting<T> min(T smallest) {
    return limited(new Limits<>(smallest, limits.max, limits.form, limits.formWords));
  }

  /** Refuses greater values. */
  public Setting<T> max(T greatest) {
    return limited(new Limits<>(limits.min, greatest, limits.form, limits.formWords));
  }

  /**
   * Refuses texts that do not match, and lists with an entry that does not; the words complete "KEY
   * must be …".
   */
  public Setting<T> form(Pattern pattern, String words) {
    return limited(new Limits<>(limits.min, limits.max, pattern, words));
  }

  /** Never shown; may also be given as {@code <key>_file}. */
  public Setting<T> secret() {
    return new Setting<>(key, kind, defaultValue, sentence, example, limits, true, reloadable);
  }

  /** A change takes effect without a restart. */
  public Setting<T> reloadable() {
    return new Setting<>(key, kind, defaultValue, sentence, example, limits, secret, true);
  }

  /** May be left out; what was the default is then only an example. To be called last. */
  public Setting<Optional<T>> optional() {
    Setting<T> inner = this;
    Kind<Optional<T>> checked =
        new Kind<>() {
          @Override
          public Optional<T> read(Object toml) throws BadValue {
            return Optional.of(inner.read(toml));
          }

          @Override
          public String write(Optional<T> value) {
            return value.map(kind::write).orElse("");
          }
        };
    return new Setting<>(
        key,
        checked,
        Optional.empty(),
        sentence,
        example,
        new Limits<>(null, null, null, null),
        secret,
        reloadable);
  }

  private Setting<T> limited(Limits<T> narrower) {
    return new Setting<>(key, kind, defaultValue, sentence, example, narrower, secret, reloadable);
  }

  public String key() {
    return key;
  }

  public T defaultValue() {
    return defaultValue;
  }

  public boolean isSecret() {
    return secret;
  }

  public boolean isReloadable() {
    return reloadable;
  }

  String group() {
    return key.substring(0, key.indexOf('.'));
  }

  String name() {
    return key.substring(key.indexOf('.') + 1);
  }

  String sentence() {
    return sentence;
  }

  /** A value as the sample file shows it. */
  String example() {
    return example;
  }

  String write(T value) {
    return kind.write(value);
  }

  /** "from 1 to 65535", or empty. */
  String range() {
    if (limits.min == null && limits.max == null) {
      return "";
    }
    if (limits.max == null) {
      return "at least " + kind.write(limits.min);
    }
    return limits.min == null
        ? "at most " + kind.write(limits.max)
        : "from " + kind.write(limits.min) + " to " + kind.write(limits.max);
  }

  T read(Object toml) throws BadValue {
    T value = kind.read(toml);
    if (outside(limits.min, value) || outside(value, limits.max)) {
      throw new BadValue(range());
    }
    if (limits.form != null) {
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        if (!limits.form.matcher(each.toString()).matches()) {
          throw new BadValue(limits.formWords, each);
        }
      }
    }
    return value;
  }

  @SuppressWarnings("unchecked") // Limits are only set on what can be compared.
  private static <T> boolean outside(T smaller, T greater) {
    return smaller != null && greater != null && ((Comparable<T>) smaller).compareTo(greater) > 0;
  }

  @Override
  public String toString() {
    return key;
  }
}
