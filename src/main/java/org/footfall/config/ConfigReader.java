package org.footfall.config;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads files one after the other, and gathers values and problems of all. */
final class ConfigReader {
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_FILES = 200;
  private static final int MAX_SECRET_BYTES = 16 * 1024;
  private static final String FILE_SUFFIX = "_file";

  private final List<Setting<?>> settings;
  private final Map<String, Setting<?>> byKey = new LinkedHashMap<>();
  private final TreeSet<String> groups = new TreeSet<>();
  private final Map<Setting<?>, Config.Given> given = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ConfigReader(List<Setting<?>> settings) {
    this.settings = settings;
    for (Setting<?> setting : settings) {
      if (byKey.put(setting.key(), setting) != null) {
        throw new IllegalArgumentException(setting + " is declared twice");
      }
      groups.add(setting.group());
    }
  }

  static ConfigReader open(List<Setting<?>> settings) {
    return new ConfigReader(settings);
  }

  /** The main file, then {@code conf.d/*.toml} beside it by name; links are not resolved. */
  ConfigReader files(Path main, boolean openSecrets) {
    file(main, openSecrets);
    Path folder = main.resolveSibling("conf.d");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.toml")) {
        List<Path> files = new ArrayList<>();
        found.forEach(files::add);
        files.stream().sorted().limit(MAX_FILES).forEach(file -> file(file, openSecrets));
        if (files.size() > MAX_FILES) {
          String text = "There are more than " + MAX_FILES + " files.";
          problems.add(new Problem(folder.toString(), 0, text));
        }
      } catch (IOException | DirectoryIteratorException e) {
        problems.add(new Problem(folder.toString(), 0, "The folder cannot be read."));
      }
    }
    return this;
  }

  private void file(Path file, boolean openSecrets) {
    try {
      text(file.toString(), contents(file, MAX_BYTES), openSecrets);
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), 0, reason(file, e)));
    }
  }

  @CanIgnoreReturnValue
  ConfigReader text(String file, String toml, boolean openSecrets) {
    int before = problems.size();
    TomlText text = TomlText.parse(file, toml, problems);
    Map<Setting<?>, Integer> seen = new LinkedHashMap<>();
    text.tables().forEach((path, line) -> table(text, path, line));
    text.values().forEach((path, entry) -> value(text, path, entry, openSecrets, seen));
    problems.subList(before, problems.size()).sort(Comparator.comparingInt(Problem::line));
    return this;
  }

  Config finish() throws ConfigException {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return Config.of(settings, given);
  }

  private void table(TomlText text, List<String> path, int line) {
    String name = String.join(".", path);
    if (byKey.containsKey(name)) {
      problems.add(new Problem(text.file(), line, name + " is a setting, not a group."));
    } else if (path.size() == 1 && !groups.contains(name)) {
      String guess =
          Likeness.nearest(name, groups)
              .map(group -> "; did you mean [" + group + "]?")
              .orElse(".");
      problems.add(new Problem(text.file(), line, "There is no group [" + name + "]" + guess));
    }
  }

  private void value(
      TomlText text,
      List<String> path,
      TomlText.Entry entry,
      boolean openSecrets,
      Map<Setting<?>, Integer> seen) {
    if ((path.size() > 1 && !groups.contains(path.get(0))) || inSetting(path)) {
      return; // The table was reported.
    }
    String key = String.join(".", path);
    Setting<?> secret =
        key.endsWith(FILE_SUFFIX)
            ? byKey.get(key.substring(0, key.length() - FILE_SUFFIX.length()))
            : null;
    Setting<?> setting = byKey.get(key);
    if (setting == null && secret != null && secret.isSecret()) {
      once(text, secret, entry, seen);
      secretFile(text, secret, entry, openSecrets);
    } else if (setting == null) {
      problems.add(new Problem(text.file(), entry.line(), unknown(path, key)));
    } else {
      once(text, setting, entry, seen);
      take(text, setting, entry, entry.value());
    }
  }

  private boolean inSetting(List<String> path) {
    return path.size() > 2 && byKey.containsKey(path.get(0) + "." + path.get(1));
  }

  private void once(
      TomlText text, Setting<?> setting, TomlText.Entry entry, Map<Setting<?>, Integer> seen) {
    Integer before = seen.put(setting, entry.line());
    if (before != null) {
      String key = setting.key();
      problems.add(
          new Problem(
              text.file(),
              Math.max(before, entry.line()),
              "Give either " + key + " or " + key + FILE_SUFFIX + ", not both."));
    }
  }

  private void take(TomlText text, Setting<?> setting, TomlText.Entry entry, Object toml) {
    try {
      String origin = text.file() + ":" + entry.line();
      given.put(setting, new Config.Given(setting.read(toml), origin));
    } catch (BadValue e) {
      String not = setting.isSecret() ? "" : ", not " + shown(e.in(toml));
      problems.add(
          new Problem(
              text.file(), entry.line(), setting.key() + " must be " + e.getMessage() + not + "."));
    }
  }

  private void secretFile(
      TomlText text, Setting<?> setting, TomlText.Entry entry, boolean openSecrets) {
    String key = setting.key() + FILE_SUFFIX;
    Path file;
    try {
      file = Path.of(text.file()).resolveSibling(Kinds.PATH.read(entry.value()));
    } catch (BadValue e) {
      problems.add(
          new Problem(text.file(), entry.line(), key + " must be " + e.getMessage() + "."));
      return;
    }
    if (!openSecrets) {
      return;
    }
    try {
      take(text, setting, entry, contents(file, MAX_SECRET_BYTES).stripTrailing());
    } catch (IOException e) {
      problems.add(new Problem(text.file(), entry.line(), key + ": " + reason(file, e)));
    }
  }

  private String unknown(List<String> path, String key) {
    if (groups.contains(key)) {
      return key + " is a group, not a setting: write [" + key + "] and its settings below.";
    }
    String group = path.get(0);
    String name = path.get(path.size() - 1);
    Optional<String> meant =
        path.size() == 2
            ? Likeness.nearest(name.replaceFirst("_file$", ""), names(group))
                .map(n -> group + "." + n)
            : Optional.empty();
    meant = meant.or(() -> byKey.keySet().stream().filter(k -> k.endsWith("." + name)).findFirst());
    meant = meant.or(() -> Likeness.nearest(key, byKey.keySet()));
    return "There is no setting " + key + meant.map(m -> "; did you mean " + m + "?").orElse(".");
  }

  private List<String> names(String group) {
    return settings.stream().filter(s -> s.group().equals(group)).map(Setting::name).toList();
  }

  private static String shown(Object toml) {
    String text = toml instanceof String string ? Kinds.quoted(string) : String.valueOf(toml);
    boolean scalar = toml instanceof String || toml instanceof Number || toml instanceof Boolean;
    return !scalar || text.length() > 80 ? "what is there" : text;
  }

  private static String contents(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException("is larger than " + limit / 1024 + " kB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("is not UTF-8 text", e);
    }
  }

  private static String reason(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? "The link " + file + " points to a file that does not exist."
          : "There is no file " + file + ".";
    }
    if (e instanceof AccessDeniedException) {
      return "The file "
          + file
          + " cannot be read by user "
          + System.getProperty("user.name")
          + ".";
    }
    return "The file "
        + file
        + " "
        + (Files.isDirectory(file) ? "is a folder" : String.valueOf(e.getMessage()))
        + ".";
  }
}
