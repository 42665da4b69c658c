package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

/** Whatever a definition is, it is read or refused, and soon. */
class SegmentFuzzTest {
  private static final ZoneHistory ZONES = ZoneHistory.of(ZoneId.of("Europe/Berlin"));
  private static final String MARKS = "=!<>@^$;,\\%+&#0123456789abcdefABCDEF.:-/ \u0000é😀\uD800";
  private static final List<String> VALID =
      SegmentCatalogue.all().stream()
          .map(dimension -> dimension.name() + "==" + dimension.examples().split(", ", -1)[0])
          .collect(Collectors.toList());

  @Property(tries = 3_000)
  void readsOrRefusesAnyBytes(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    read(new String(bytes, StandardCharsets.ISO_8859_1));
    read(new String(bytes, StandardCharsets.UTF_16));
  }

  @Property(tries = 5_000)
  void readsOrRefusesWhatIsNearlyRight(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(VALID.get(random.nextInt(VALID.size())));
      text.append(random.nextBoolean() ? ";" : ",");
    }
    for (int changes = random.nextInt(6); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      char mark = MARKS.charAt(random.nextInt(MARKS.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, mark);
        case 1 -> text.setCharAt(at, mark);
        default -> text.deleteCharAt(at);
      }
    }
    read(text.toString());
  }

  /** What was read is read again as the same, and selects without a failure. */
  private static void read(String definition) {
    Segment segment;
    try {
      segment = Segment.parse(definition);
    } catch (UnreadableSegment e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(500);
      return;
    }
    try {
      assertThat(Segment.parse(segment.definition())).isEqualTo(segment);
    } catch (UnreadableSegment e) {
      throw new AssertionError(segment.definition(), e);
    }
    Rows rows =
        new Rows()
            .visit(Map.of(Columns.CITY, "é", Columns.ADDRESS, new byte[] {1, 2, 3}))
            .action(Map.of(Columns.KIND, 1, Columns.URL, "a", Columns.TITLE, "😀"));
    assertThat(segment.in(rows, ZONES).count()).isBetween(0, 1);
  }

  @Test
  void everyExampleIsRight() throws UnreadableSegment {
    for (String definition : VALID) {
      assertThat(Segment.parse(definition.replace(" (Sunday)", "")).isAll()).isFalse();
    }
  }

  /** Long texts of one letter are what makes a simple search for a part slow. */
  @Test
  void noValueMakesItSlow() {
    Rows rows = new Rows().visit(Map.of());
    for (int i = 0; i < 200; i++) {
      rows.action(Map.of(Columns.KIND, 1, Columns.URL, "a".repeat(16_000 + i)));
    }
    String nearly = "a".repeat(4_000) + "b" + "a".repeat(4_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          Segment.parse("pageUrl=@" + nearly).in(rows, ZONES);
          for (String filling : List.of("%", "%25", "&amp;", "\\", "%2B", "&amp;amp;", "+")) {
            read("pageTitle==" + filling.repeat(8_000 / filling.length()));
            read(filling.repeat(8_000 / filling.length()));
          }
          read("pageTitle==" + "%25".repeat(2_000) + "41");
          read("pageTitle==%" + "25".repeat(4_000));
          read("pageTitle==&" + "amp;".repeat(2_000));
        });
  }
}
