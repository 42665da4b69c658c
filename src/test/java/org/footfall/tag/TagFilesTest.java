package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TagFilesTest {
  private final TagFiles files = TagFiles.load();

  /** What is served without a word on its encoding means the same in any. */
  @Test
  void theBuildIsPlainAndPackedAlike() throws IOException {
    for (TagFile file :
        List.of(files.tracker(), files.lite(), files.part("content").orElseThrow())) {
      assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).matches("[\\n\\t -~]+");
      try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(file.gzip()))) {
        assertThat(plain.readAllBytes()).isEqualTo(file.bytes());
      }
      assertThat(file.brotli()).hasSizeLessThan(file.gzip().length);
      assertThat(new String(file.map(), StandardCharsets.UTF_8)).startsWith("{\"version\":3");
      assertThat(file.hash()).matches("[A-Za-z0-9_-]+");
    }
  }

  @Test
  void partsHaveNamesAndNothingElse() {
    assertThat(files.part("nothing")).isEmpty();
    assertThat(files.part("../tracker")).isEmpty();
    assertThat(files.part("")).isEmpty();
  }

  @Test
  void aBuildWithoutTheTagIsToldAtTheStart() {
    assertThatThrownBy(() -> TagFiles.load("/nowhere/"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("/nowhere/tag.json is not in the build");
  }
}
