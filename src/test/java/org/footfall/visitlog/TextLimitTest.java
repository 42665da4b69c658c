package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.footfall.codec.TextList;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {
  private final LogBatch batch = new LogBatch(1, 1);
  private final RowAppender action = batch.action(1, LocalDate.of(2026, 11, 20));

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "😀", "\uD800"})
  void aTextThatNoReaderWouldTakeIsCutBetweenCharacters(String character) {
    String text = character.repeat(65_535);
    action.set(Columns.TITLE, text);
    String kept = batch.rows(Table.ACTION).text(Columns.TITLE, 0);
    assertThat(text).startsWith(kept);
    assertThat(kept.length() % character.length()).isZero();
    int bytes = kept.getBytes(StandardCharsets.UTF_8).length;
    assertThat(bytes).isLessThanOrEqualTo(TextList.MAX_TEXT_BYTES);
    assertThat(kept.length() / character.length()).isGreaterThanOrEqualTo(65_535 / 4);
  }

  @Test
  void aTextThatFitsStays() {
    String text = "ab".repeat(32_767) + "c";
    action.set(Columns.TITLE, text);
    assertThat(batch.rows(Table.ACTION).text(Columns.TITLE, 0)).isEqualTo(text);
  }

  @Test
  void bytesThatAreTooManyAreRefused() {
    RowAppender visit = batch.visit(1, LocalDate.of(2026, 11, 20));
    visit.set(Columns.ADDRESS, new byte[255]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> visit.set(Columns.ADDRESS, new byte[256]));
  }
}
