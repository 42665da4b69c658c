package org.footfall.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.footfall.visitlog.CsvCell;

/**
 * Lines for spreadsheets, in UTF-16 unless told otherwise, since these read that without asking.
 */
final class CsvFormat implements AnswerFormat {
  private final char separator;
  private final boolean utf16;

  CsvFormat(char separator, ApiParameters parameters) {
    this.separator = separator;
    this.utf16 = !parameters.text("convertToUnicode", "1").equals("0");
  }

  @Override
  public String contentType() {
    return "application/vnd.ms-excel; charset=" + (utf16 ? "utf-16le" : "utf-8");
  }

  @Override
  public String errorContentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public Map<String, String> headers(ApiCall call) {
    String name = call.method().replaceAll("[^A-Za-z0-9_.]", "");
    String ending = separator == ',' ? ".csv" : ".tsv";
    return Map.of("Content-Disposition", "attachment; filename=\"Export " + name + ending + "\"");
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    Charset charset = utf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
    if (utf16) {
      writer.write('\uFEFF');
    }
    Grid grid = new Grid(answer);
    List<String> columns = grid.columns();
    if (columns.isEmpty()) {
      writer.write("No data available");
    } else {
      line(columns.iterator(), writer);
      grid.each(
          cells -> {
            writer.write('\n');
            line(columns.stream().map(name -> cells.getOrDefault(name, "")).iterator(), writer);
          });
    }
    writer.flush();
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    out.write(("Error: " + PhpText.htmlEscape(message)).getBytes(StandardCharsets.UTF_8));
  }

  private void line(Iterator<?> cells, Writer writer) throws IOException {
    while (cells.hasNext()) {
      writer.write(cell(cells.next()));
      if (cells.hasNext()) {
        writer.write(separator);
      }
    }
  }

  private String cell(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    }
    return CsvCell.of(value == null ? "" : value, separator);
  }
}
