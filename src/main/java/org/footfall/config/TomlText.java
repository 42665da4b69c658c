package org.footfall.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * The entries of one TOML text, each with its line. The parser recurses over nested brackets, so
 * that text nested deeper than any setting needs is refused before it.
 */
final class TomlText {
  private static final int MAX_DEPTH = 20;

  /** A value and where it stands. */
  record Entry(Object value, int line) {}

  private final String file;
  private final Map<List<String>, Entry> values = new LinkedHashMap<>();
  private final Map<List<String>, Integer> tables = new LinkedHashMap<>();

  private TomlText(String file) {
    this.file = file;
  }

  /** Problems of syntax are added to the list; the entries are those that could be read. */
  static TomlText parse(String file, String text, List<Problem> problems) {
    TomlText parsed = new TomlText(file);
    int deep = tooDeep(text);
    if (deep > 0) {
      problems.add(new Problem(file, deep, "Brackets are nested too deeply."));
      return parsed;
    }
    TomlParseResult toml;
    try {
      toml = Toml.parse(text);
    } catch (RuntimeException | AssertionError e) { // The parser trips over some broken escapes.
      problems.add(new Problem(file, 0, "This is not TOML; look for a broken \\ in a text."));
      return parsed;
    }
    for (TomlParseError error : toml.errors()) {
      problems.add(new Problem(file, line(error.position()), oneLine(error.getMessage())));
    }
    for (List<String> path : toml.keyPathSet(true)) {
      int line = line(toml.inputPositionOf(path));
      if (toml.isTable(path)) {
        parsed.tables.put(path, line);
      } else {
        parsed.values.put(path, new Entry(toml.get(path), line));
      }
    }
    return parsed;
  }

  String file() {
    return file;
  }

  /** Values by path, such as {@code [http, port]}. */
  Map<List<String>, Entry> values() {
    return values;
  }

  /** Lines of tables by path. */
  Map<List<String>, Integer> tables() {
    return tables;
  }

  private static int line(TomlPosition position) {
    return position == null ? 0 : position.line();
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  /** The line where brackets are nested too deeply, or 0. Quoted text and comments do not count. */
  private static int tooDeep(String text) {
    int line = 1;
    int depth = 0;
    char end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
        end = 0;
      } else if (end != 0) {
        end = c == end ? 0 : end;
      } else if (c == '"' || c == '\'' || c == '#') {
        end = c == '#' ? '\n' : c;
      } else if (c == '[' || c == '{') {
        if (++depth > MAX_DEPTH) {
          return line;
        }
      } else if (c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return 0;
  }
}
