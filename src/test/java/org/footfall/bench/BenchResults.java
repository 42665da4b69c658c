package org.footfall.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The figures of a run: one table on the screen, and {@code target/bench.json}. */
final class BenchResults {
  private static final Path FILE = Path.of("target", "bench.json");

  private record Figure(double value, String unit, String note) {}

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  void put(String name, double value, String unit, String note) {
    figures.put(name, new Figure(Math.round(value * 1_000) / 1_000.0, unit, note));
  }

  double get(String name) {
    return figures.get(name).value();
  }

  String table() {
    StringBuilder table = new StringBuilder();
    figures.forEach(
        (name, figure) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-34s %14.2f %-12s %s%n",
                    name,
                    figure.value(),
                    figure.unit(),
                    figure.note())));
    return table.toString();
  }

  void write() throws IOException {
    Files.createDirectories(FILE.getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(FILE.toFile(), figures);
  }
}
