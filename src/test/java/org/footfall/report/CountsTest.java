package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.footfall.codec.PiecePack.Effort.THOROUGH;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** Counts merged and stored, and what becomes of stored ones that are damaged. */
class CountsTest {
  private static final MetricLayout LAYOUT = Source.PAGE_URL.layout();

  private static Groups groups(Random random, int most) {
    GroupBuilder builder = new GroupBuilder(LAYOUT);
    for (int i = random.nextInt(most); i > 0; i--) {
      String key =
          "h/"
              + "ab".repeat(random.nextInt(3) + (random.nextInt(3) == 0 ? 140 : 0))
              + random.nextInt(40);
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      int group = builder.group(bytes, 0, bytes.length, random.nextInt(4));
      for (Metric metric : LAYOUT.metrics()) {
        int bits = random.nextInt(40) == 0 ? random.nextInt(40) : 0;
        builder.add(group, LAYOUT.place(metric), (long) random.nextInt(5) << bits);
      }
    }
    return builder.build();
  }

  private static Map<String, List<Long>> asMap(Groups groups) {
    Map<String, List<Long>> map = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      map.put(groups.text(i), Arrays.stream(groups.values(i)).boxed().toList());
    }
    return map;
  }

  @Test
  void mergesLikeAMap() throws ReportRefused {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Groups> lists = new ArrayList<>();
      Map<String, List<Long>> expected = new TreeMap<>();
      Map<String, Integer> notes = new TreeMap<>();
      for (int list = random.nextInt(9); list >= 0; list--) {
        Groups groups = groups(random, 60);
        lists.add(groups);
        for (int i = 0; i < groups.size(); i++) {
          notes.putIfAbsent(groups.text(i), groups.note(i));
        }
        asMap(groups)
            .forEach(
                (key, values) ->
                    expected.merge(
                        key,
                        values,
                        (a, b) -> {
                          List<Long> sums = new ArrayList<>();
                          for (int i = 0; i < a.size(); i++) {
                            sums.add(LAYOUT.metric(i).join().of(a.get(i), b.get(i)));
                          }
                          return sums;
                        }));
      }
      Groups merged = GroupMerge.of(LAYOUT, lists, 1_000);
      assertThat(asMap(merged)).as("seed %d", seed).isEqualTo(expected);
      for (int i = 0; i < merged.size(); i++) {
        assertThat(merged.note(i)).isEqualTo(notes.get(merged.text(i)));
        assertThat(i == 0 || merged.keys().compare(i - 1, merged.keys(), i) < 0).isTrue();
        assertThat(merged.keys().shared(i))
            .isEqualTo(i == 0 ? 0 : merged.keys().shared(i - 1, merged.keys(), i, 0));
      }
    }
  }

  @Test
  void refusesToMergeMoreThanAllowed() {
    Groups groups = groups(new Random(1), 400);
    assertThatThrownBy(() -> GroupMerge.of(LAYOUT, List.of(groups, groups), groups.size() - 1))
        .isInstanceOf(ReportRefused.class);
  }

  @Test
  void storedCountsAreReadAsTheyWere() {
    for (int seed = 0; seed < 30; seed++) {
      Groups groups = groups(new Random(seed), 500);
      List<byte[]> blocks = CountCodec.encode(groups, THOROUGH);
      Groups read = (Groups) CountCodec.decode(Source.PAGE_URL, blocks);
      assertThat(asMap(read)).isEqualTo(asMap(groups));
      Who who =
          new Who(
              RoaringBitmap.bitmapOf(new Random(seed).ints(50, 0, 100_000).toArray()),
              seed,
              new Random(seed).longs(20).sorted().toArray());
      Who same = (Who) CountCodec.decode(Source.VISITORS, CountCodec.encode(who, THOROUGH));
      assertThat(same.known()).isEqualTo(who.known());
      assertThat(same.strangers()).isEqualTo(seed);
      assertThat(same.users()).isEqualTo(who.users());
    }
  }

  /** Conversions follow their keys through merging and storing. */
  @Test
  void conversionsAreMergedAndStoredLikeAMap() throws ReportRefused {
    MetricLayout layout = Source.REFERRER.goalLayout();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Groups> lists = new ArrayList<>();
      Map<String, Long> expected = new TreeMap<>();
      for (int list = random.nextInt(5); list >= 0; list--) {
        GroupBuilder builder = new GroupBuilder(Source.REFERRER.layout());
        for (int i = random.nextInt(40); i > 0; i--) {
          String key = "x".repeat(random.nextInt(4)) + random.nextInt(3);
          int goal = random.nextInt(30) - 1;
          int revenue = random.nextInt(1_000);
          int group = builder.group(key.getBytes(StandardCharsets.UTF_8));
          int place = builder.goalGroup(layout, group, goal + 2L);
          builder.goals().add(place, layout.place(Metric.REVENUE), revenue);
          expected.merge(key + " " + goal, (long) revenue, Long::sum);
        }
        lists.add(builder.build());
      }
      Groups merged = GroupMerge.of(Source.REFERRER.layout(), lists, 1_000);
      Groups read =
          (Groups) CountCodec.decode(Source.REFERRER, CountCodec.encode(merged, THOROUGH));
      for (Groups groups : List.of(merged, read)) {
        Map<String, Long> found = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
          String key = groups.text(i);
          GoalRows.of(groups, i)
              .get()
              .forEach((goal, row) -> found.put(key + " " + goal, row.value(Metric.REVENUE)));
        }
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  @Test
  void manyRowsAreStoredInBlocks() {
    GroupBuilder builder = new GroupBuilder(LAYOUT);
    for (int i = 0; i < 150_000; i++) {
      byte[] key = ("h/" + i).getBytes(StandardCharsets.UTF_8);
      builder.add(builder.group(key), LAYOUT.place(Metric.HITS), i);
    }
    Groups groups = builder.build();
    List<byte[]> blocks = CountCodec.encode(groups, THOROUGH);
    assertThat(blocks).hasSize(3);
    Groups read = (Groups) CountCodec.decode(Source.PAGE_URL, blocks);
    assertThat(read.size()).isEqualTo(150_000);
    assertThat(asMap(read)).isEqualTo(asMap(groups));
  }

  /** A torn or changed block is refused; one that somebody made is refused or read, and no more. */
  @Test
  void damagedCountsAreNeverAWrongNumber() {
    Groups groups = groups(new Random(3), 400);
    byte[] whole = CountCodec.encode(groups, THOROUGH).get(0);
    byte[] who =
        CountCodec.encode(new Who(RoaringBitmap.bitmapOf(1, 5), 3, new long[] {7}), THOROUGH)
            .get(0);
    Random random = new Random(4);
    for (int round = 0; round < 4_000; round++) {
      boolean ofWho = round % 4 == 0;
      byte[] bytes = (ofWho ? who : whole).clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Source source = ofWho ? Source.VISITORS : Source.PAGE_URL;
      assertThatThrownBy(() -> CountCodec.decode(source, List.of(bytes)))
          .isInstanceOf(DamagedCountsException.class);
      sign(bytes);
      try {
        Counts read = CountCodec.decode(source, List.of(bytes));
        assertThat(read.weight()).isLessThan(1 << 26);
      } catch (DamagedCountsException e) {
        assertThat(e).hasMessageContaining("damaged");
      }
    }
  }

  private static void sign(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (crc.getValue() >> (8 * i));
    }
  }
}
