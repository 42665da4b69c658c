package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.footfall.metrics.Metrics;
import org.footfall.queue.QueueOptions.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolQueueTest extends DurableQueueContract {
  @TempDir Path directory;

  @Override
  DurableQueue open() throws IOException {
    return DurableQueue.open(
        QueueOptions.spool(directory.resolve("spool"), Durability.FAST),
        SHARDS,
        clock,
        new Metrics());
  }

  @Test
  void twoQueuesNeverShareADirectory() {
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Another Footfall uses the spool directory");
  }

  @Test
  void onlyTheOwnerMayReadTheSpool() throws Exception {
    put(1, "a");
    Path spool = directory.resolve("spool");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
        .isEqualTo("rwx------");
    Path segment = spool.resolve("0000000001.spool");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(segment)))
        .isEqualTo("rw-------");
  }

  @Test
  void trimmedFilesAreDeleted() throws Exception {
    put(1, "a");
    put(2, "b");
    queue.committed(1, queue.read(1, 100).upTo());
    queue.committed(2, queue.read(2, 100).upTo());
    queue.trim(1, Duration.ZERO);
    Path segment = directory.resolve("spool").resolve("0000000001.spool");
    assertThat(segment).exists();
    queue.trim(2, Duration.ZERO);
    assertThat(segment).doesNotExist();
    assertThat(queue.depth().spooledBytes()).isZero();

    put(1, "c");
    assertThat(texts(drain(1))).containsExactly("c");
  }

  @Test
  void depthKnowsTheAgeOfTheOldest() throws Exception {
    put(1, "a");
    clock.advance(Duration.ofSeconds(5));
    put(2, "b");
    assertThat(queue.depth().oldest()).isEqualTo(Duration.ofSeconds(5));
  }
}
