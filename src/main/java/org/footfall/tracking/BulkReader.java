package org.footfall.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads {@code {"requests":["?idsite=1&rec=1", {"idsite":1,"rec":1}], "token_auth":"…",
 * "send_image":0}}. Texts are addresses, of which the query counts; those without one are passed
 * over. Nothing is used of a body that is broken at any place, since nobody can tell what else is
 * wrong with it.
 *
 * <p>A body is read twice: first it is {@linkplain #check checked} to its end, then its hits are
 * {@linkplain #each handed on} one by one. So the token may stand behind the hits, and of all of
 * them only one at a time takes more memory than its text: read all at once, a body of many short
 * parameters would take fifteen times its size.
 */
final class BulkReader {
  private static final byte[] MARK = "\"requests\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ESCAPED = "%22requests%22".getBytes(StandardCharsets.US_ASCII);

  /**
   * Bytes that one character of a hit may take: each of {@code %XX}'s as {@code \}{@code u00XX}.
   */
  private static final int MOST_ESCAPED = 18;

  private static final int LONGEST_TOKEN = 1_000;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(50)
                  .maxNameLength(1_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Limits limits;
  private final byte[] json;
  private String token = "";
  private boolean image = true;
  private boolean tooMany;

  BulkReader(Limits limits, byte[] body) {
    this.limits = limits;
    this.json = contains(body, MARK) ? body : QueryParser.unescape(body);
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

  /** Reads all but the hits; what is wrong with it, or null. */
  Rejection check() {
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

  /** Hands on the hits of a body that was found right. */
  void each(Consumer<Parameters> to) {
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean requests = in.currentName().equals("requests");
        if (in.nextToken() == JsonToken.START_ARRAY && requests) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            item(in, to);
          }
        } else {
          in.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("found right a moment ago", e);
    }
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
      count(in);
    } else if (name.equals("token_auth") && value.isScalarValue()) {
      token = tooLong(in, LONGEST_TOKEN) ? "" : in.getText();
    } else if (name.equals("send_image") && value.isScalarValue()) {
      image =
          tooLong(in, LONGEST_TOKEN) || !List.of("0", "false", "", "null").contains(in.getText());
    } else {
      in.skipChildren();
    }
  }

  private void count(JsonParser in) throws IOException {
    for (int items = 0; in.nextToken() != JsonToken.END_ARRAY; items++) {
      if (items >= limits.bulkItems()) {
        tooMany = true;
        return;
      }
      in.skipChildren();
    }
  }

  private void item(JsonParser in, Consumer<Parameters> to) throws IOException {
    Parameters hit = new Parameters(limits.hit());
    switch (in.currentToken()) {
      case VALUE_STRING -> {
        if (tooLong(in, limits.hit())) {
          hit.refuse(Rejection.HIT_TOO_LARGE);
        } else if (!address(in.getText(), hit)) {
          return;
        }
      }
      case START_OBJECT -> object(in, hit);
      default -> {
        in.skipChildren();
        return;
      }
    }
    to.accept(hit);
  }

  private static boolean address(String text, Parameters hit) {
    int question = text.indexOf('?');
    if (question < 0) {
      return false;
    }
    int hash = text.indexOf('#', question);
    QueryParser.parse(text.substring(question + 1, hash < 0 ? text.length() : hash), hit);
    hit.settle();
    return true;
  }

  private void object(JsonParser in, Parameters hit) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (hit.problem() != null) {
        in.skipChildren();
      } else if (tooLong(in, limits.hit())) {
        hit.refuse(Rejection.HIT_TOO_LARGE);
      } else {
        switch (value) {
          case VALUE_NULL -> {}
          case VALUE_TRUE -> hit.put(name, "1");
          case VALUE_FALSE -> hit.put(name, "0");
          case START_OBJECT, START_ARRAY -> structure(in, name, hit);
          default -> hit.put(name, QueryParser.withoutNul(in.getText()));
        }
      }
    }
  }

  /** Lists, such as the items of an order, stay JSON: as such they come in addresses, too. */
  private void structure(JsonParser in, String name, Parameters hit) throws IOException {
    int from = start(in);
    in.skipChildren();
    int length = (int) in.currentLocation().getByteOffset() - from;
    if (length > limits.hit()) {
      hit.refuse(Rejection.HIT_TOO_LARGE);
    } else {
      hit.put(name, QueryParser.withoutNul(new String(json, from, length, StandardCharsets.UTF_8)));
    }
  }

  /** Whether a text is too long whatever it holds, told without reading it into memory. */
  private boolean tooLong(JsonParser in, int characters) {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      return false;
    }
    int from = start(in) + 1;
    int most = (int) Math.min(json.length, from + (long) characters * MOST_ESCAPED);
    int at = from;
    while (at < most && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at >= most;
  }

  private static int start(JsonParser in) {
    return (int) in.currentTokenLocation().getByteOffset();
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
