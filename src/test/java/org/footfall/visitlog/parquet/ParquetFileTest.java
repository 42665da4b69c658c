package org.footfall.visitlog.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParquetFileTest {
  private static final String[] ALPHABET = {"a", "é", "漢", "😀", "'", "|", "\n", "\0", "zz"};

  /** Runs, packed codes, plain values, absent ones, several pages and groups: all by chance. */
  @Property(tries = 20)
  void whatIsWrittenIsWhatAnotherProgramReads(
      @ForAll long seed,
      @IntRange(max = 45_000) @ForAll int rows,
      @IntRange(min = 1, max = 30_000) @ForAll int groupRows)
      throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int distinct = 1 + random.nextInt(1 << random.nextInt(1, 17));
    double absent = random.nextInt(3) / 2.0 * random.nextDouble();
    double repeat = random.nextInt(3) / 2.0;
    NumberChunk numbers = new NumberChunk("n", Kind.NUMBER, true);
    TextChunk texts = new TextChunk("t");
    NumberChunk days = new NumberChunk("d", Kind.DAY, false);
    List<String> expected = new ArrayList<>();
    Path path = Files.createTempFile("footfall", ".parquet");
    try (OutputStream out = Files.newOutputStream(path)) {
      ParquetFile file = new ParquetFile(out, List.of(numbers, texts, days));
      long pick = 0;
      for (int row = 0; row < rows; row++) {
        pick = random.nextDouble() < repeat ? pick : random.nextInt(distinct);
        boolean here = random.nextDouble() >= absent;
        long number = pick * 0x9e3779b97f4a7c15L;
        String text = here ? text(pick) : "";
        if (here) {
          numbers.add(number);
        } else {
          numbers.addAbsent();
        }
        texts.add(text);
        days.add(pick % 1_000 - 500);
        expected.add(
            (here ? number : null) + "|" + (here ? text : null) + "|" + (pick % 1000 - 500));
        if (row % groupRows == groupRows - 1) {
          file.writeGroup();
        }
      }
      file.finish();
    }
    try (Duck duck = new Duck()) {
      String from = " FROM read_parquet('" + path + "')";
      assertThat(duck.rows("SELECT n, t, d - DATE '1970-01-01'" + from)).isEqualTo(expected);
      assertThat(duck.value("SELECT count(*)" + from)).isEqualTo("" + rows);
    } finally {
      Files.delete(path);
    }
  }

  @Test
  void readersFindTheBoundsOfAGroupAndWhetherAPageIsWhole() throws Exception {
    NumberChunk numbers = new NumberChunk("n", Kind.NUMBER, true);
    Path path = Files.createTempFile("footfall", ".parquet");
    try (OutputStream out = Files.newOutputStream(path)) {
      ParquetFile file = new ParquetFile(out, List.of(numbers));
      for (long value : new long[] {-7, 1L << 40, 3}) {
        numbers.add(value);
      }
      numbers.addAbsent();
      file.finish();
    }
    try (Duck duck = new Duck()) {
      String sql =
          "SELECT stats_min_value, stats_max_value, stats_null_count, compression, num_values"
              + " FROM parquet_metadata('"
              + path
              + "')";
      assertThat(duck.rows(sql)).containsExactly("-7|1099511627776|1|ZSTD|4");
    } finally {
      Files.delete(path);
    }
  }

  private static String text(long pick) {
    StringBuilder text = new StringBuilder();
    for (long rest = pick + 1; rest > 0; rest /= ALPHABET.length) {
      text.append(ALPHABET[(int) (rest % ALPHABET.length)]);
    }
    return text.toString();
  }
}
