package org.footfall.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A way to write answers. */
interface AnswerFormat {
  /** The content type of an answer. */
  String contentType();

  /** The content type of an error; the answer's own, but where that would be taken for a file. */
  default String errorContentType() {
    return contentType();
  }

  /** Further headers of an answer. */
  default Map<String, String> headers(ApiCall call) {
    return Map.of();
  }

  /** Why an answer cannot be written in this format; empty where it can. */
  default Optional<String> refusal(Answer answer) {
    return Optional.empty();
  }

  void write(ApiCall call, Answer answer, OutputStream out) throws IOException;

  void error(String message, OutputStream out) throws IOException;

  /**
   * The format a client asked for.
   *
   * @throws ApiException when there is no such format
   */
  static AnswerFormat of(ApiParameters parameters) throws ApiException {
    String name = parameters.text("format", "xml");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "json", "json2" -> JsonFormat.of(parameters);
      case "xml" -> new XmlFormat();
      case "csv" -> new CsvFormat(',', parameters);
      case "tsv" -> new CsvFormat('\t', parameters);
      case "html" -> new HtmlFormat();
      case "rss" -> new RssFormat();
      case "original", "php" -> new PhpFormat();
      default ->
          throw ApiException.of(
              "Renderer format '"
                  + PhpText.htmlEscape(name)
                  + "' not valid. Try any of the following instead: csv, html, json,"
                  + " original, rss, tsv, xml.");
    };
  }
}
