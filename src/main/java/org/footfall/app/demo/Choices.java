package org.footfall.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of a table beside this class; the first column says how often a row is chosen. */
final class Choices {
  private final List<List<String>> rows;
  private final int[] ends;

  private Choices(List<List<String>> rows) {
    this.rows = rows;
    this.ends = new int[rows.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += Integer.parseInt(rows.get(i).get(0));
      ends[i] = end;
    }
  }

  static Choices of(String table) {
    try (InputStream in = Choices.class.getResourceAsStream(table)) {
      if (in == null) {
        throw new IllegalStateException(table + " is not in the build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Choices(text.lines().map(line -> List.of(line.split("\t", -1))).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + table, e);
    }
  }

  /** A row's columns; the first is its weight. */
  List<String> choose(SplittableRandom random) {
    int at = random.nextInt(ends[ends.length - 1]);
    int row = 0;
    while (ends[row] <= at) {
      row++;
    }
    return rows.get(row);
  }
}
