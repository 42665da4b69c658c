package org.footfall.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LongMapTest {
  @Property(tries = 200, seed = "20261123")
  void behavesAsAnyMap(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LongMap<String> map = new LongMap<>();
    Map<Long, String> expected = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      long key = random.nextInt(300) * (random.nextBoolean() ? 1L : 1L << 40);
      if (random.nextInt(3) == 0) {
        map.remove(key);
        expected.remove(key);
      } else {
        map.put(key, "v" + i);
        expected.put(key, "v" + i);
      }
      assertThat(map.get(key)).isEqualTo(expected.get(key));
    }
    assertThat(map.size()).isEqualTo(expected.size());
    expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    int[] seen = {0};
    map.forEach(value -> seen[0]++);
    assertThat(seen[0]).isEqualTo(expected.size());
  }
}
