package org.footfall.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What PHP's {@code unserialize} reads, for scripts that ask for {@code format=original}. The same
 * structure as JSON's, but a single value stands for itself. PHP wants to know of an array how long
 * it is before it comes, so arrays are put together before they are written.
 */
final class PhpFormat implements AnswerFormat {
  /** A key that PHP takes for a number, as which it has to be written then. */
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

  @Override
  public String contentType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    answer.to(new Writing(out));
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    out.write(("Error: " + message).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes an answer into a stream. */
  private record Writing(OutputStream out) implements Answer.Taker {
    @Override
    public void value(Object value) throws IOException {
      any(value);
    }

    @Override
    public void values(List<?> values) throws IOException {
      array(
          into -> {
            for (Object value : values) {
              into.next().any(value);
            }
          });
    }

    @Override
    public void done() throws IOException {
      any(true);
    }

    @Override
    public void failed(String message) throws IOException {
      one(Map.of("result", "error", "message", message));
    }

    @Override
    public void one(Map<String, Object> values) throws IOException {
      array(into -> into.fields(values));
    }

    @Override
    public void table(Answer.Table table) throws IOException {
      array(
          into -> {
            for (Answer.Line line : table.lines()) {
              into.next().line(line);
            }
          });
    }

    @Override
    public void keyed(String key, Map<String, Answer> answers) throws IOException {
      array(
          into -> {
            for (Map.Entry<String, Answer> entry : answers.entrySet()) {
              entry.getValue().to(into.at(entry.getKey()));
            }
          });
    }

    @Override
    public void several(List<Answer> answers) throws IOException {
      array(
          into -> {
            for (Answer each : answers) {
              each.to(into.next());
            }
          });
    }

    private void line(Answer.Line line) throws IOException {
      array(
          into -> {
            into.fields(line.columns());
            into.fields(line.metadata());
            if (line.subtableId() != null) {
              into.at("idsubdatatable").any(line.subtableId());
            }
            if (line.subtable() != null) {
              line.subtable().to(into.at("subtable"));
            }
          });
    }

    private void any(Object value) throws IOException {
      if (value == null) {
        text("N;");
      } else if (value instanceof Boolean flag) {
        text(flag ? "b:1;" : "b:0;");
      } else if (value instanceof Integer || value instanceof Long) {
        text("i:" + value + ";");
      } else if (value instanceof BigDecimal number) {
        text((number.scale() <= 0 ? "i:" : "d:") + number.toPlainString() + ";");
      } else if (value instanceof BinarySum sum) {
        any(NumberStyle.plain(sum.sum()));
      } else if (value instanceof Map<?, ?> map) {
        array(
            into -> {
              for (Map.Entry<?, ?> entry : map.entrySet()) {
                into.at(String.valueOf(entry.getKey())).any(entry.getValue());
              }
            });
      } else if (value instanceof List<?> list) {
        values(list);
      } else if (value instanceof Answer answer) {
        answer.to(this);
      } else {
        string(String.valueOf(value));
      }
    }

    private void string(String value) throws IOException {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      text("s:" + bytes.length + ":\"");
      out.write(bytes);
      text("\";");
    }

    private void text(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void array(Entries entries) throws IOException {
      Counting into = new Counting();
      entries.writeTo(into);
      text("a:" + into.count + ":{");
      into.bytes.writeTo(out);
      text("}");
    }
  }

  /** What an array holds. */
  @FunctionalInterface
  private interface Entries {
    void writeTo(Counting into) throws IOException;
  }

  /** An array on its way. */
  private static final class Counting {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writing values = new Writing(bytes);
    private int count;

    /** Where the value of the next number goes. */
    Writing next() throws IOException {
      values.any(count++);
      return values;
    }

    /** Where the value of a key goes. */
    Writing at(String key) throws IOException {
      count++;
      if (NUMBER.matcher(key).matches()) {
        values.any(Long.valueOf(key));
      } else {
        values.string(key);
      }
      return values;
    }

    void fields(Map<String, Object> fields) throws IOException {
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        at(field.getKey()).any(field.getValue());
      }
    }
  }
}
