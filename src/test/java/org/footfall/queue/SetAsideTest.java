package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir Path directory;

  @Test
  void bytesAreKeptOnceAlsoAfterTheyWereReplayed() throws IOException {
    SetAside setAside = new SetAside(directory);
    assertThat(setAside.keep("1-0", ByteBuffer.wrap(BYTES))).isTrue();
    assertThat(setAside.keep("1-0", ByteBuffer.wrap(BYTES))).isFalse();
    setAside.replayed(setAside.waiting().get(0));
    assertThat(setAside.keep("1-0", ByteBuffer.wrap(BYTES))).isFalse();
    assertThat(setAside.waiting()).isEmpty();
  }

  /** An interrupt stands for a full disk: the file is there, the bytes are not. */
  @Test
  void bytesThatCouldNotBeKeptWholeAreKeptTheNextTime() throws IOException {
    SetAside setAside = new SetAside(directory);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> setAside.keep("1-0", ByteBuffer.wrap(BYTES)))
        .isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(setAside.waiting()).isEmpty();

    assertThat(setAside.keep("1-0", ByteBuffer.wrap(BYTES))).isTrue();
    assertThat(setAside.waiting()).hasSize(1);
    assertThat(Files.readAllBytes(setAside.waiting().get(0))).isEqualTo(BYTES);
  }
}
