package org.footfall.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentScanTest {
  private static final long SEGMENT = 7;
  private static final int RECORDS = 5;

  private static byte[] file() {
    ByteBuffer out = ByteBuffer.allocate(10_000);
    for (int i = 1; i <= RECORDS; i++) {
      byte[] text = ("hit " + i).getBytes(UTF_8);
      HitEntry entry = HitEntry.of(2, "producer", i, 99, List.of(text, text));
      SpoolRecord.write(entry, SEGMENT, out.position(), out);
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static List<Long> sequences(byte[] file) throws MalformedEntry {
    List<Long> found = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    for (SegmentScan.Found record : SegmentScan.of(bytes, SEGMENT, 0).records()) {
      found.add(SpoolRecord.body(SpoolRecord.bodyAt(bytes, record.offset())).first());
    }
    return found;
  }

  @Test
  void recordsAreReadAsTheyWereWritten() throws MalformedEntry {
    byte[] file = file();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    SegmentScan scan = SegmentScan.of(bytes, SEGMENT, 0);
    assertThat(scan.end()).isEqualTo(file.length);
    assertThat(scan.broken()).isEmpty();
    HitEntry entry = SpoolRecord.body(SpoolRecord.bodyAt(bytes, 0));
    assertThat(entry.shard()).isEqualTo(2);
    assertThat(entry.producer()).isEqualTo("producer");
    assertThat(entry.receivedMillis()).isEqualTo(99);
    assertThat(entry.unpack()).hasSize(2);
    assertThat(sequences(file)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aFlippedBitAnywhereCostsItsRecordOnly() throws MalformedEntry {
    byte[] whole = file();
    int size = whole.length / RECORDS;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      List<Long> expected = new ArrayList<>(List.of(1L, 2L, 3L, 4L, 5L));
      expected.remove(bit / 8 / size);
      assertThat(sequences(damaged)).as("bit %s", bit).isEqualTo(expected);
    }
  }

  @Test
  void aTornEndIsTheTailAndNothingElseIsBroken() {
    byte[] whole = file();
    int size = whole.length / RECORDS;
    for (int length = 0; length < whole.length; length++) {
      SegmentScan scan = SegmentScan.of(ByteBuffer.wrap(whole, 0, length).slice(), SEGMENT, 0);
      assertThat(scan.records()).hasSize(length / size);
      assertThat(scan.end()).isEqualTo(length / size * size);
      assertThat(scan.broken()).isEmpty();
    }
  }

  @Test
  void bytesLostAddedOrReplacedCostOnlyTheRecordsTheyTouch() throws MalformedEntry {
    byte[] whole = file();
    int size = whole.length / RECORDS;
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      int from = random.nextInt(whole.length);
      int length = 1 + random.nextInt(whole.length - from);
      byte[] damaged = whole.clone();
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, damaged, from, length);
      List<Long> found = sequences(damaged);
      for (int record = 0; record < RECORDS; record++) {
        boolean touched = from < (record + 1) * size && from + length > record * size;
        if (!touched) {
          assertThat(found).contains(record + 1L);
        }
      }
      assertThat(found).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void recordsOfAnotherPlaceAreNone() {
    byte[] whole = file();
    assertThat(SegmentScan.of(ByteBuffer.wrap(whole), SEGMENT + 1, 0).records()).isEmpty();
    assertThat(SegmentScan.of(ByteBuffer.wrap(whole), SEGMENT, 1).records()).isEmpty();
  }
}
