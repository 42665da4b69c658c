package org.footfall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailureTest {
  @Test
  void theReasonIsPlainAndNamesNoClass() {
    assertThat(FileFailure.reason(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(FileFailure.reason(new NoSuchFileException("/a"))).isEqualTo("it does not exist");
    assertThat(FileFailure.reason(new FileAlreadyExistsException("/a")))
        .isEqualTo("a file is in the way");
    assertThat(FileFailure.reason(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("no space left on device");
    assertThat(FileFailure.reason(new IOException("No space left on device")))
        .isEqualTo("no space left on device");
  }
}
