package org.footfall.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A bare table for a browser. */
final class HtmlFormat implements AnswerFormat {
  @Override
  public String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public String errorContentType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    String id = call.method().replaceAll("[^A-Za-z0-9_.]", "").replace('.', '_');
    out.write(table(id, answer).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    String text = PhpText.htmlEscape(message).replace("\n", "<br />");
    out.write(("Error: " + text).getBytes(StandardCharsets.UTF_8));
  }

  static String table(String id, Answer answer) throws IOException {
    Grid grid = new Grid(answer);
    List<String> columns = grid.columns();
    StringBuilder html = new StringBuilder(1024);
    html.append("<table id=\"").append(id).append("\" border=\"1\">\n<thead>\n\t<tr>\n");
    columns.forEach(column -> cell("th", column, html));
    html.append("\t</tr>\n</thead>\n<tbody>\n");
    grid.each(
        line -> {
          html.append("\t<tr>\n");
          columns.forEach(
              column -> cell("td", Objects.requireNonNullElse(line.get(column), "-"), html));
          html.append("\t</tr>\n");
        });
    return html.append("</tbody>\n</table>\n").toString();
  }

  private static void cell(String element, Object value, StringBuilder html) {
    html.append("\t\t<")
        .append(element)
        .append('>')
        .append(PhpText.htmlEscape(value == null ? "" : String.valueOf(value)))
        .append("</")
        .append(element)
        .append(">\n");
  }
}
