package org.footfall.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code {"requests":["?idsite=1&rec=1", {"idsite":1,"rec":1}], "token_auth":"…",
 * "send_image":0}}. Texts are addresses, of which the query counts; those without one are passed
 * over. Nothing is used of a body that is broken at any place, since nobody can tell what else is
 * wrong with it.
 */
final class BulkReader {
  private static final byte[] MARK = "\"requests\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ESCAPED = "%22requests%22".getBytes(StandardCharsets.US_ASCII);
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(50).maxNameLength(1_000).build())
          .build();

  private final Limits limits;
  private final List<Parameters> items = new ArrayList<>();
  private String token = "";
  private boolean image = true;
  private boolean tooMany;

  BulkReader(Limits limits) {
    this.limits = limits;
  }

  static boolean looksLikeBulk(byte[] body) {
    int start = 0;
    while (start < body.length && body[start] <= ' ' && body[start] >= 0) {
      start++;
    }
    if (start == body.length) {
      return false;
    }
    return switch (body[start]) {
      case '{' -> contains(body, MARK);
      case '%' -> contains(body, ESCAPED);
      default -> false;
    };
  }

  /** Reads all; what is wrong with it, or null. */
  Rejection read(byte[] body) {
    byte[] json = contains(body, MARK) ? body : QueryParser.unescape(body);
    try (JsonParser in = JSON.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Rejection.BULK_BROKEN;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME && !tooMany) {
        field(in);
      }
      if (!tooMany && in.nextToken() != null) {
        return Rejection.BULK_BROKEN;
      }
    } catch (IOException e) {
      return Rejection.BULK_BROKEN;
    }
    return tooMany ? Rejection.BULK_TOO_LONG : null;
  }

  List<Parameters> items() {
    return items;
  }

  String token() {
    return token;
  }

  /** Whether an answer with a body is wanted. */
  boolean image() {
    return image;
  }

  private void field(JsonParser in) throws IOException {
    String name = in.currentName();
    JsonToken value = in.nextToken();
    if (name.equals("requests") && value == JsonToken.START_ARRAY) {
      requests(in);
    } else if (name.equals("token_auth") && value.isScalarValue()) {
      token = in.getText();
    } else if (name.equals("send_image") && value.isScalarValue()) {
      image = !List.of("0", "false", "", "null").contains(in.getText());
    } else {
      in.skipChildren();
    }
  }

  private void requests(JsonParser in) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (items.size() >= limits.bulkItems()) {
        tooMany = true;
        return;
      }
      switch (in.currentToken()) {
        case VALUE_STRING -> address(in.getText());
        case START_OBJECT -> object(in);
        default -> in.skipChildren();
      }
    }
  }

  private void address(String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      return;
    }
    int hash = text.indexOf('#', question);
    Parameters item = new Parameters(limits.hit());
    QueryParser.parse(text.substring(question + 1, hash < 0 ? text.length() : hash), item);
    item.settle();
    items.add(item);
  }

  private void object(JsonParser in) throws IOException {
    Parameters item = new Parameters(limits.hit());
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      switch (in.nextToken()) {
        case VALUE_NULL -> {}
        case VALUE_TRUE -> item.put(name, "1");
        case VALUE_FALSE -> item.put(name, "0");
        case START_OBJECT, START_ARRAY -> item.put(name, structure(in));
        default -> item.put(name, QueryParser.withoutNul(in.getText()));
      }
    }
    items.add(item);
  }

  /** Lists, such as the items of an order, stay JSON: as such they come in addresses, too. */
  private static String structure(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.copyCurrentStructure(in);
    }
    return QueryParser.withoutNul(text.toString());
  }

  private static boolean contains(byte[] body, byte[] text) {
    for (int i = 0; i <= body.length - text.length; i++) {
      int same = 0;
      while (same < text.length && body[i + same] == text[same]) {
        same++;
      }
      if (same == text.length) {
        return true;
      }
    }
    return false;
  }
}
