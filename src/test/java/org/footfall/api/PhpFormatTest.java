package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhpFormatTest {
  @Test
  void valuesStandForThemselves() throws IOException {
    assertThat(written(new Answer.Value(42))).isEqualTo("i:42;");
    assertThat(written(new Answer.Value("a\"ü"))).isEqualTo("s:4:\"a\"ü\";");
    assertThat(written(new Answer.Value(false))).isEqualTo("b:0;");
    assertThat(written(new Answer.Done())).isEqualTo("b:1;");
    assertThat(written(new Answer.Values(List.of("x", new BigDecimal("1.50"), 3L))))
        .isEqualTo("a:3:{i:0;s:1:\"x\";i:1;d:1.50;i:2;i:3;}");
  }

  @Test
  void aTableIsAnArrayOfItsLines() throws IOException {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("label", "fr");
    columns.put("goals", Map.of("idgoal=1", Map.of("revenue", new BigDecimal("5"))));
    Answer.Table below = Answer.Table.of(List.of(Map.of("label", "x")));
    Answer.Line line = new Answer.Line(columns, Map.of("code", "fr"), 7, below);
    assertThat(written(new Answer.Table(List.of(line), false)))
        .isEqualTo(
            "a:1:{i:0;a:5:{s:5:\"label\";s:2:\"fr\";"
                + "s:5:\"goals\";a:1:{s:8:\"idgoal=1\";a:1:{s:7:\"revenue\";i:5;}}"
                + "s:4:\"code\";s:2:\"fr\";s:14:\"idsubdatatable\";i:7;"
                + "s:8:\"subtable\";a:1:{i:0;a:1:{s:5:\"label\";s:1:\"x\";}}}}");
    assertThat(written(Answer.Table.EMPTY)).isEqualTo("a:0:{}");
  }

  @Test
  void keysThatPhpTakesForNumbersAreNumbers() throws IOException {
    Map<String, Answer> byKey = new LinkedHashMap<>();
    byKey.put("1", new Answer.Value(null));
    byKey.put("2024-01", new Answer.One(Map.of("01", 1)));
    assertThat(written(new Answer.Keyed("idSite", byKey)))
        .isEqualTo("a:2:{i:1;N;s:7:\"2024-01\";a:1:{s:2:\"01\";i:1;}}");
  }

  private static String written(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PhpFormat().write(null, answer, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
