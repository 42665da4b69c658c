package org.footfall.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of all declared settings: what files say, else the defaults. Immutable. */
public final class Config {
  /** A value and where it comes from. */
  record Given(Object value, String origin) {}

  private static final String DEFAULT_ORIGIN = "default";

  private final Map<Setting<?>, Given> values;

  private Config(Map<Setting<?>, Given> values) {
    this.values = values;
  }

  /**
   * Reads a configuration file and, after it, the files {@code conf.d/*.toml} beside it in the
   * order of their names; what is said later counts. Files are opened by name each time, so that
   * links may be turned meanwhile.
   *
   * @throws ConfigException with every problem of all files
   */
  public static Config load(Path file, List<Setting<?>> settings) throws ConfigException {
    return ConfigReader.open(settings).files(file, true).finish();
  }

  /**
   * As {@link #load}, but does not open the files that secrets are in: for a check on another
   * machine than the one the configuration is for.
   */
  public static Config check(Path file, List<Setting<?>> settings) throws ConfigException {
    return ConfigReader.open(settings).files(file, false).finish();
  }

  /** Reads a text as if it were a file of that name. */
  public static Config parse(String name, String toml, List<Setting<?>> settings)
      throws ConfigException {
    return ConfigReader.open(settings).text(name, toml, true).finish();
  }

  /** Nothing but defaults. */
  public static Config defaults(List<Setting<?>> settings) {
    return of(settings, Map.of());
  }

  static Config of(List<Setting<?>> settings, Map<Setting<?>, Given> given) {
    Map<Setting<?>, Given> values = new LinkedHashMap<>();
    for (Setting<?> setting : settings) {
      Given fallback = new Given(setting.defaultValue(), DEFAULT_ORIGIN);
      values.put(setting, given.getOrDefault(setting, fallback));
    }
    return new Config(values);
  }

  /** The value of a setting; it must be one of those the configuration was read for. */
  @SuppressWarnings("unchecked") // The value was read by this very setting.
  public <T> T get(Setting<T> setting) {
    Given given = values.get(setting);
    if (given == null) {
      throw new IllegalArgumentException(setting + " is not among the declared settings");
    }
    return (T) given.value();
  }

  /** Whether a file says it, so that it is not the default. */
  public boolean isSet(Setting<?> setting) {
    Given given = values.get(setting);
    return given != null && !given.origin().equals(DEFAULT_ORIGIN);
  }

  /** Settings whose values differ from those of another configuration. */
  public List<Setting<?>> differences(Config other) {
    List<Setting<?>> different = new ArrayList<>();
    values.forEach(
        (setting, given) -> {
          if (!given.value().equals(other.get(setting))) {
            different.add(setting);
          }
        });
    return different;
  }

  /** All values in force with where they come from, as TOML; secrets are masked. */
  public String show() {
    StringBuilder out = new StringBuilder();
    String group = "";
    for (Map.Entry<Setting<?>, Given> entry : values.entrySet()) {
      Setting<?> setting = entry.getKey();
      if (!setting.group().equals(group)) {
        group = setting.group();
        out.append(out.isEmpty() ? "" : "\n").append('[').append(group).append("]\n");
      }
      out.append(line(setting, entry.getValue())).append('\n');
    }
    return out.toString();
  }

  private <T> String line(Setting<T> setting, Given given) {
    String value = setting.write(get(setting));
    if (setting.isSecret() && isSet(setting)) {
      value = "\"***\"";
    }
    return value.isEmpty()
        ? "# " + setting.name() + " is not set"
        : setting.name() + " = " + value + "  # " + given.origin();
  }
}
