package org.footfall.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON as PHP writes it (ASCII, slashes escaped), or a script that hands it to a function. */
final class JsonFormat implements AnswerFormat {
  private static final Pattern SAFE_CALLBACK = Pattern.compile("[A-Za-z0-9_.]{1,100}");
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Escapes ESCAPES = new Escapes();

  private final Optional<String> callback;

  private JsonFormat(Optional<String> callback) {
    this.callback = callback;
  }

  static JsonFormat of(ApiParameters parameters) {
    return new JsonFormat(
        parameters
            .text("callback")
            .or(() -> parameters.text("jsoncallback"))
            .filter(name -> SAFE_CALLBACK.matcher(name).matches()));
  }

  @Override
  public String contentType() {
    return callback.isPresent()
        ? "application/javascript; charset=utf-8"
        : "application/json; charset=utf-8";
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    if (callback.isPresent()) {
      out.write((callback.get() + "(").getBytes(StandardCharsets.UTF_8));
    }
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setCharacterEscapes(ESCAPES);
      answer.to(new Writing(json));
    }
    if (callback.isPresent()) {
      out.write(')');
    }
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    write(null, new Answer.Failed(message), out);
  }

  /** Writes an answer into a generator. */
  private record Writing(JsonGenerator json) implements Answer.Taker {
    @Override
    public void value(Object value) throws IOException {
      json.writeStartObject();
      json.writeFieldName("value");
      any(value);
      json.writeEndObject();
    }

    @Override
    public void values(List<?> values) throws IOException {
      json.writeStartArray();
      for (Object value : values) {
        any(value);
      }
      json.writeEndArray();
    }

    @Override
    public void done() throws IOException {
      result("success", "ok");
    }

    @Override
    public void failed(String message) throws IOException {
      result("error", message);
    }

    @Override
    public void one(Map<String, Object> values) throws IOException {
      json.writeStartObject();
      fields(values);
      json.writeEndObject();
    }

    @Override
    public void table(Answer.Table table) throws IOException {
      json.writeStartArray();
      for (Answer.Line line : table.lines()) {
        line(line);
      }
      json.writeEndArray();
    }

    @Override
    public void keyed(String key, Map<String, Answer> answers) throws IOException {
      json.writeStartObject();
      for (Map.Entry<String, Answer> entry : answers.entrySet()) {
        json.writeFieldName(entry.getKey());
        if (entry.getValue() instanceof Answer.Value single) {
          any(single.value());
        } else {
          entry.getValue().to(this);
        }
      }
      json.writeEndObject();
    }

    @Override
    public void several(List<Answer> answers) throws IOException {
      json.writeStartArray();
      for (Answer each : answers) {
        each.to(this);
      }
      json.writeEndArray();
    }

    private void line(Answer.Line line) throws IOException {
      json.writeStartObject();
      fields(line.columns());
      fields(line.metadata());
      if (line.subtableId() != null) {
        json.writeNumberField("idsubdatatable", line.subtableId());
      }
      if (line.subtable() != null) {
        json.writeFieldName("subtable");
        line.subtable().to(this);
      }
      json.writeEndObject();
    }

    private void result(String result, String message) throws IOException {
      json.writeStartObject();
      json.writeStringField("result", result);
      json.writeStringField("message", message);
      json.writeEndObject();
    }

    private void fields(Map<String, Object> values) throws IOException {
      for (Map.Entry<String, Object> entry : values.entrySet()) {
        json.writeFieldName(entry.getKey());
        any(entry.getValue());
      }
    }

    private void any(Object value) throws IOException {
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Integer number) {
        json.writeNumber(number);
      } else if (value instanceof Long number) {
        json.writeNumber(number);
      } else if (value instanceof BigDecimal number) {
        json.writeNumber(number);
      } else if (value instanceof BinarySum sum) {
        json.writeNumber(sum.inBinary());
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else if (value instanceof Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          any(entry.getValue());
        }
        json.writeEndObject();
      } else if (value instanceof List<?> list) {
        values(list);
      } else if (value instanceof Answer answer) {
        answer.to(this);
      } else if (value == null) {
        json.writeNull();
      } else {
        json.writeString(String.valueOf(value));
      }
    }
  }

  /** The standard escapes, and one for the slash, so that no script element can be ended. */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final SerializableString SLASH = new SerializedString("\\/");
    private final int[] codes = standardAsciiEscapesForJSON();

    Escapes() {
      codes['/'] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return character == '/' ? SLASH : null;
    }
  }
}
