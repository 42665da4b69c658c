package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.config.SampleFile;
import org.footfall.config.Setting;
import org.junit.jupiter.api.Test;

class AllSettingsTest {
  private static final Path COMMITTED = Path.of("etc", "footfall.toml");

  /** Stale? Run this test once with {@code -Dfootfall.write=true} and commit the file. */
  @Test
  void theCommittedSampleIsWhatTheDeclarationsSay() throws IOException {
    String sample = SampleFile.of(AllSettings.ALL);
    if (Boolean.getBoolean("footfall.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, sample);
    }
    assertThat(COMMITTED).hasContent(sample);
  }

  @Test
  void theSampleWithEveryLineInForceIsValid() throws ConfigException {
    String sample = SampleFile.of(AllSettings.ALL).replaceAll("(?m)^#(?! )", "");
    Config config = Config.parse("sample", sample, AllSettings.ALL);
    assertThat(AllSettings.ALL).allMatch(config::isSet);
  }

  @Test
  void everySettingSaysWhatItIsInOneSentence() {
    assertThat(AllSettings.ALL).allSatisfy(s -> assertThat(s.toString()).contains("."));
    assertThat(AllSettings.ALL.stream().map(Setting::key)).doesNotHaveDuplicates();
  }
}
