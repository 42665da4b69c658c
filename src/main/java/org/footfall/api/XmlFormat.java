package org.footfall.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** XML as Matomo nests it, a tab for each level. */
final class XmlFormat implements AnswerFormat {
  /** How keys of what is told by goal begin. */
  private static final String GOAL = "idgoal=";

  @Override
  public String contentType() {
    return "text/xml; charset=utf-8";
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n");
    answer.to(new Writing("", 0, writer));
    writer.flush();
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    write(null, new Answer.Failed(message), out);
  }

  /**
   * Writes an answer at one depth.
   *
   * @param attribute what tells this result from its neighbours, or empty
   */
  private record Writing(String attribute, int depth, Writer out) implements Answer.Taker {
    @Override
    public void value(Object value) throws IOException {
      out.write(indent() + "<result" + attribute + ">" + text(spelled(value)) + "</result>\n");
    }

    @Override
    public void values(List<?> values) throws IOException {
      StringBuilder rows = new StringBuilder();
      for (Object value : values) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
          nested("row", value, indent() + "\t", rows);
        } else {
          rows.append(indent()).append("\t<row>").append(text(spelled(value))).append("</row>\n");
        }
      }
      wrapped(rows.toString());
    }

    @Override
    public void done() throws IOException {
      wrapped(indent() + "\t<success message=\"ok\" />\n");
    }

    @Override
    public void failed(String message) throws IOException {
      wrapped(indent() + "\t<error message=\"" + text(message) + "\" />\n");
    }

    @Override
    public void one(Map<String, Object> values) throws IOException {
      wrapped(fields(values, indent() + "\t"));
    }

    @Override
    public void table(Answer.Table table) throws IOException {
      if (table.isEmpty()) {
        wrapped("");
        return;
      }
      out.write(indent() + "<result" + attribute + ">\n");
      lines(table, depth + 1, out);
      out.write(indent() + "</result>\n");
    }

    @Override
    public void keyed(String key, Map<String, Answer> answers) throws IOException {
      // The outermost key's element wraps all; one inside of a key is told by its own.
      String name = attribute.isEmpty() ? "results" : "result";
      out.write(indent() + "<" + name + attribute + ">\n");
      for (Map.Entry<String, Answer> entry : answers.entrySet()) {
        String inner = " " + key + "=\"" + text(entry.getKey()) + "\"";
        entry.getValue().to(new Writing(inner, depth + 1, out));
      }
      out.write(indent() + "</" + name + ">\n");
    }

    @Override
    public void several(List<Answer> answers) throws IOException {
      out.write(indent() + "<results>\n");
      for (Answer each : answers) {
        each.to(new Writing("", depth + 1, out));
      }
      out.write(indent() + "</results>\n");
    }

    private String indent() {
      return "\t".repeat(depth);
    }

    private void wrapped(String content) throws IOException {
      out.write(
          content.isEmpty()
              ? indent() + "<result" + attribute + " />\n"
              : indent() + "<result" + attribute + ">\n" + content + indent() + "</result>\n");
    }
  }

  private static void lines(Answer.Table table, int depth, Writer out) throws IOException {
    String indent = "\t".repeat(depth);
    String inner = indent + "\t";
    for (Answer.Line line : table.lines()) {
      out.write(indent + "<row>\n");
      out.write(fields(line.columns(), inner));
      out.write(fields(line.metadata(), inner));
      if (line.subtableId() != null) {
        out.write(inner + "<idsubdatatable>" + line.subtableId() + "</idsubdatatable>\n");
      }
      if (line.subtable() != null) {
        out.write(inner + "<subtable>\n");
        lines(line.subtable(), depth + 2, out);
        out.write(inner + "</subtable>\n");
      }
      out.write(indent + "</row>\n");
    }
  }

  /** An answer within another: what it holds, under the name it has there. */
  private static String inside(String name, Answer answer, String indent) throws IOException {
    StringWriter content = new StringWriter();
    if (answer instanceof Answer.Table table) {
      lines(table, indent.length() + 1, content);
    } else if (answer instanceof Answer.One one) {
      content.write(fields(one.values(), indent + "\t"));
    } else if (answer instanceof Answer.Keyed keyed) {
      for (Map.Entry<String, Answer> entry : keyed.answers().entrySet()) {
        String attribute = " " + keyed.key() + "=\"" + text(entry.getKey()) + "\"";
        entry.getValue().to(new Writing(attribute, indent.length() + 1, content));
      }
    } else {
      throw new IllegalArgumentException("no such answer can be within another: " + answer);
    }
    return content.getBuffer().isEmpty()
        ? indent + "<" + opening(name) + " />\n"
        : indent + "<" + opening(name) + ">\n" + content + indent + closing(name) + "\n";
  }

  private static String fields(Map<String, Object> values, String indent) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      String name = entry.getKey();
      Object value = entry.getValue();
      if (value instanceof Answer answer) {
        lines.append(inside(name, answer, indent));
      } else if (value instanceof Map<?, ?> || value instanceof List<?>) {
        nested(name, value, indent, lines);
      } else {
        String text = text(spelled(value));
        lines.append(indent).append('<').append(opening(name));
        if (text.isEmpty()) {
          lines.append(" />\n");
        } else {
          lines.append('>').append(text).append(closing(name)).append('\n');
        }
      }
    }
    return lines.toString();
  }

  /** A value that holds values: elements by name, or rows where these have no names but numbers. */
  private static void nested(String name, Object value, String indent, StringBuilder lines)
      throws IOException {
    StringBuilder rows = new StringBuilder();
    if (value instanceof Map<?, ?> map && !isNumbered(map)) {
      Map<String, Object> inside = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        if (key.startsWith(GOAL) && entry.getValue() instanceof Map<?, ?> goal) {
          rows.append(goal(key.substring(GOAL.length()), goal, indent + "\t"));
        } else {
          inside.put(element(key), entry.getValue());
        }
      }
      rows.append(fields(inside, indent + "\t"));
    } else {
      Collection<?> all = value instanceof Map<?, ?> map ? map.values() : (List<?>) value;
      for (Object each : all) {
        rows.append(fields(Map.of("row", each), indent + "\t"));
      }
    }
    lines.append(indent).append('<').append(opening(name));
    if (rows.isEmpty()) {
      lines.append(" />\n");
    } else {
      lines.append(">\n").append(rows).append(indent).append(closing(name)).append('\n');
    }
  }

  private static boolean isNumbered(Map<?, ?> map) {
    return map.keySet().stream().allMatch(key -> String.valueOf(key).matches("\\d{1,9}"));
  }

  /** What is told of one goal: a row that says which. */
  private static String goal(String name, Map<?, ?> values, String indent) throws IOException {
    Map<String, Object> inside = new LinkedHashMap<>();
    values.forEach((key, value) -> inside.put(element(String.valueOf(key)), value));
    return indent
        + "<row idgoal='"
        + text(name)
        + "'>\n"
        + fields(inside, indent + "\t")
        + indent
        + "</row>\n";
  }

  /** A key as the name of an element. */
  private static String element(String key) {
    return key.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^(?=[^A-Za-z_])", "_");
  }

  /** A column as an element; one that no element can be called like says its name beside it. */
  private static String opening(String column) {
    return isElement(column) ? column : "col name=\"" + text(column) + "\"";
  }

  private static String closing(String column) {
    return isElement(column) ? "</" + column + ">" : "</col>";
  }

  private static boolean isElement(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '.' || c == '-'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static String spelled(Object value) {
    return value instanceof Boolean flag ? (flag ? "1" : "0") : Objects.toString(value, "");
  }

  private static boolean allowed(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        && c != 0xFFFE
        && c != 0xFFFF;
  }

  /** Escaped, without what XML cannot hold. */
  static String text(String value) {
    StringBuilder text = new StringBuilder(value.length() + 16);
    value
        .codePoints()
        .filter(XmlFormat::allowed)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
