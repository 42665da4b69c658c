package org.footfall.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

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

  void write(ApiCall call, Answer answer, OutputStream out) throws IOException;

  void error(String message, OutputStream out) throws IOException;

  /**
   * The format a client asked for.
   *
   * @throws ApiException when there is no such format
   */
  static AnswerFormat of(ApiParameters parameters) throws ApiException {
    String name = parameters.text("format", "xml");
    return switch (name) {
      case "json", "JSON" -> JsonFormat.of(parameters);
      case "xml", "XML" -> new XmlFormat();
      case "csv", "CSV" -> new CsvFormat(',', parameters);
      case "tsv", "TSV" -> new CsvFormat('\t', parameters);
      case "html", "HTML" -> new HtmlFormat();
      case "rss", "RSS" -> new RssFormat();
      default ->
          throw ApiException.of(
              "Renderer format '"
                  + PhpText.htmlEscape(name)
                  + "' not valid. Try any of the following instead: csv, html, json, rss, tsv,"
                  + " xml.");
    };
  }
}
