package org.footfall.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A feed with an item a period, the newest first. */
final class RssFormat implements AnswerFormat {
  private static final String NO_PERIODS =
      "RSS feeds can be generated for one specific website &idSite=X. Please specify only one"
          + " idSite or consider using &format=XML instead, with a date range such as &date=last10.";

  @Override
  public String contentType() {
    return "text/xml; charset=utf-8";
  }

  @Override
  public String errorContentType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public Optional<String> refusal(Answer answer) {
    boolean periods = answer instanceof Answer.Keyed keyed && keyed.key().equals("date");
    return periods ? Optional.empty() : Optional.of(NO_PERIODS);
  }

  @Override
  public void write(ApiCall call, Answer answer, OutputStream out) throws IOException {
    Answer.Keyed keyed = (Answer.Keyed) answer;
    StringBuilder rss = new StringBuilder(4096);
    rss.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n  <channel>\n")
        .append("    <title>")
        .append(XmlFormat.text(call.method()))
        .append("</title>\n    <link>/</link>\n    <description>Web statistics</description>\n");
    List<Map.Entry<String, Answer>> items = new ArrayList<>(keyed.answers().entrySet());
    Collections.reverse(items);
    for (Map.Entry<String, Answer> each : items) {
      item(call, each.getKey(), each.getValue(), rss);
    }
    rss.append("  </channel>\n</rss>\n");
    out.write(rss.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void error(String message, OutputStream out) throws IOException {
    out.write(("Error: " + message).getBytes(StandardCharsets.UTF_8));
  }

  private static void item(ApiCall call, String date, Answer answer, StringBuilder rss)
      throws IOException {
    String table = HtmlFormat.table(call.method().replace('.', '_'), answer);
    rss.append("\t<item>\n\t\t<pubDate>")
        .append(published(date))
        .append("</pubDate>\n\t\t<guid isPermaLink=\"false\">")
        .append(
            XmlFormat.text(call.method() + " " + call.parameters().text("idSite", "") + " " + date))
        .append("</guid>\n\t\t<title>")
        .append(XmlFormat.text(date))
        .append("</title>\n\t\t<description>")
        .append(XmlFormat.text(table))
        .append("</description>\n\t</item>\n");
  }

  /** The first day of what a period's label names. */
  private static String published(String label) {
    String first = label.split(",")[0];
    String day = first + "-01-01".substring(first.length() == 4 ? 0 : first.length() == 7 ? 3 : 6);
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        LocalDate.parse(day).atStartOfDay().atOffset(ZoneOffset.UTC));
  }
}
