package org.footfall.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/** What reports and their columns mean, in a sentence. */
final class ReportNotes {
  private static final Map<String, String> NOTES = load();

  private ReportNotes() {}

  /** Made of what the report says of itself. */
  static String of(ReportCard card) {
    if (card.ofTotals()) {
      return card.name() + ": one row of numbers about the whole period.";
    }
    String rows = "A row for each " + card.dimension();
    if (card.ties().constantRows()) {
      return rows + ", of which there are only so many.";
    }
    return ReportCatalogue.find(card.method()).filter(Report::hasSubtables).isEmpty()
        ? rows + " that was met."
        : rows + " that was met; what it is made up of can be asked for.";
  }

  /**
   * What a column counts; empty where its title says it all.
   *
   * @param pages whether it is one of a page
   */
  static String of(CardColumn column, boolean pages) {
    boolean usual = column.title().equals(ColumnTitles.of(column.name()));
    String note = usual ? NOTES.getOrDefault(column.name(), "") : "";
    return pages ? NOTES.getOrDefault("page." + column.name(), note) : note;
  }

  private static Map<String, String> load() {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            ReportNotes.class.getResourceAsStream("notes.properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }
}
