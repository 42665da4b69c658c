package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongRingTest {
  /** Random numbers come and go, and a plain list tells what should be there. */
  @Test
  void whatCameFirstGoesFirst() {
    Random random = new Random(20261123);
    LongRing ring = new LongRing();
    List<Long> expected = new ArrayList<>();
    for (int step = 0; step < 5_000; step++) {
      if (random.nextInt(100) < 60) {
        long value = random.nextLong();
        ring.add(value);
        expected.add(value);
      } else {
        int count = random.nextInt(Math.min(expected.size(), 3) + 1);
        ring.removeOldest(count);
        expected.subList(0, count).clear();
      }
      assertThat(ring.size()).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i += 1 + i / 4) {
        assertThat(ring.get(i)).isEqualTo(expected.get(i));
      }
    }
    ring.clear();
    assertThat(ring.size()).isZero();
  }
}
