package org.footfall.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** XML as Matomo nests it, a tab for each level. */
final class XmlFormat implements AnswerFormat {
  @Override
  public String contentType() {
    return "text/xml; charset=utf-8";
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n");
    write(answer, "", 0, writer);
    writer.flush();
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    write(null, new Answer.Failed(message), out);
  }

  /**
   * @param attribute what tells this result from others, or empty
   */
  private static void write(Answer answer, String attribute, int depth, Writer out)
      throws IOException {
    String indent = "\t".repeat(depth);
    String inner = indent + "\t";
    switch (answer) {
      case Answer.Value value ->
          out.write(indent + "<result" + attribute + ">" + text(spelled(value.value())) + "</result>\n");
      case Answer.Done done ->
          wrapped(attribute, depth, inner + "<success message=\"ok\" />\n", out);
      case Answer.Failed failed ->
          wrapped(attribute, depth, inner + "<error message=\"" + text(failed.message()) + "\" />\n", out);
      case Answer.Values values -> {
        StringBuilder rows = new StringBuilder();
        values
            .values()
            .forEach(v -> rows.append(inner).append("<row>").append(text(spelled(v))).append("</row>\n"));
        wrapped(attribute, depth, rows.toString(), out);
      }
      case Answer.One one -> wrapped(attribute, depth, fields(one.values(), inner), out);
      case Answer.Table table -> {
        if (table.isEmpty()) {
          out.write(indent + "<result" + attribute + " />\n");
          return;
        }
        out.write(indent + "<result" + attribute + ">\n");
        lines(table, depth + 1, out);
        out.write(indent + "</result>\n");
      }
      case Answer.Keyed keyed -> {
        // A key inside of a key is told by its own element; the outermost one wraps all.
        String name = attribute.isEmpty() ? "results" : "result";
        out.write(indent + "<" + name + attribute + ">\n");
        for (Map.Entry<String, Answer> entry : keyed.answers().entrySet()) {
          write(entry.getValue(), " " + keyed.key() + "=\"" + text(entry.getKey()) + "\"", depth + 1, out);
        }
        out.write(indent + "</" + name + ">\n");
      }
      case Answer.Several several -> {
        out.write(indent + "<results>\n");
        for (Answer each : several.answers()) {
          write(each, "", depth + 1, out);
        }
        out.write(indent + "</results>\n");
      }
    }
  }

  private static void wrapped(String attribute, int depth, String content, Writer out)
      throws IOException {
    String indent = "\t".repeat(depth);
    out.write(
        content.isEmpty()
            ? indent + "<result" + attribute + " />\n"
            : indent + "<result" + attribute + ">\n" + content + indent + "</result>\n");
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

  private static String fields(Map<String, Object> values, String indent) {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (name, value) -> {
          String text = text(spelled(value));
          lines.append(indent).append('<').append(name);
          if (text.isEmpty()) {
            lines.append(" />\n");
          } else {
            lines.append('>').append(text).append("</").append(name).append(">\n");
          }
        });
    return lines.toString();
  }

  private static String spelled(Object value) {
    return value instanceof Boolean flag ? (flag ? "1" : "0") : String.valueOf(value);
  }

  /** Escaped, without what XML cannot hold. */
  static String text(String value) {
    StringBuilder text = new StringBuilder(value.length() + 16);
    value
        .codePoints()
        .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r')
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
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
