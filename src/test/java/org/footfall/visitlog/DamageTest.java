package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.footfall.visitlog.Column.Table;
import org.junit.jupiter.api.Test;

class DamageTest {
  private final byte[] good = Segments.encode(new LogTraffic(5, 120, 1_000).batches(60).get(1));

  @Test
  void everyFlippedBitIsNoticed() {
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> Segments.decode(0, 2, bad))
          .as("bit %d", bit)
          .isInstanceOf(DamagedSegmentException.class)
          .hasMessageContaining("log segment 2 (shard 0, batch 2)");
    }
  }

  @Test
  void everyShorterPartIsNoticed() {
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> Segments.decode(0, 2, bad))
          .as("%d bytes", length)
          .isInstanceOf(DamagedSegmentException.class);
    }
  }

  /** Nobody writes such bytes but somebody who wants to; they must not take the process down. */
  @Test
  void wrongBytesUnderARightChecksumAreRefusedOrReadButBreakNothing() {
    Random random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bad = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(round % 2 == 0 ? 300 : bad.length - 4);
        bad[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
      }
      refused += isRefused(sealed(bad)) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void lengthsThatPromiseTooMuchAreRefusedBeforeAnythingIsAllocated() {
    byte[] huge = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
    for (int at = 6; at < 200; at++) {
      byte[] bad = good.clone();
      System.arraycopy(huge, 0, bad, at, huge.length);
      isRefused(sealed(bad));
    }
  }

  static byte[] sealed(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (crc.getValue() >> (8 * i));
    }
    return bytes;
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      Segment segment = Segments.decode(0, 2, bytes);
      int day = Math.toIntExact(LogTraffic.DAY.toEpochDay());
      for (Table table : List.of(Table.VISIT, Table.ACTION)) {
        LogTable read = Segments.table(table, List.of(segment), 1, day, Columns.of(table));
        assertThat(read.rows()).isLessThan(1 << 21);
      }
      return false;
    } catch (DamagedSegmentException e) {
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      return fail("It was not noticed: " + e, e);
    }
  }
}
