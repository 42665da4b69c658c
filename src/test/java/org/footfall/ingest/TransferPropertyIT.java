package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.footfall.job.JobContext;
import org.footfall.site.SiteId;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.TrackingRequestCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must not matter does not: how hits are cut into batches, what comes twice, when a process
 * starts anew, and what other sites send. Each way leads to the same rows.
 */
class TransferPropertyIT {
  private static final int HITS = 400;
  private static final SiteId SITE = new SiteId(1);

  /** Seeded hits of few visitors, mostly in order, over three days. */
  private static List<byte[]> hits(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> hits = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < HITS; i++) {
      time += random.nextInt(random.nextInt(8) == 0 ? 5_000 : 300);
      long at = random.nextInt(10) == 0 ? time - random.nextInt(90_000) : time;
      Map<String, String> parameters = new HashMap<>();
      parameters.put("url", "http://example.org/" + random.nextInt(20));
      parameters.put("action_name", "Page " + i);
      String person = Long.toString(random.nextInt(9));
      switch (random.nextInt(6)) {
        case 0 -> parameters.put("uid", "user" + person);
        case 1 -> parameters.put("cid", "00000000000000c" + person);
        case 2, 3 -> parameters.put("_id", "00000000000000a" + person);
        default -> parameters.put("fla", random.nextInt(2) == 0 ? "0" : "1");
      }
      if (random.nextInt(25) == 0) {
        parameters.put("mtm_campaign", "campaign" + random.nextInt(2));
      }
      if (random.nextInt(40) == 0) {
        parameters.put("new_visit", "1");
      }
      if (random.nextInt(20) == 0) {
        parameters.put("urlref", "http://site" + person + ".net/");
      }
      parameters.put("h", person);
      hits.add(TrackingRequestCodec.encode(TransferRig.request(SITE, at, parameters)));
    }
    return hits;
  }

  private interface Way {
    void go(TransferRig rig, MemorySource source) throws Exception;
  }

  private static List<String> rows(List<byte[]> hits, Way way) throws Exception {
    MemorySource source = new MemorySource(0);
    hits.forEach(source::add);
    return rows(source, way);
  }

  private static List<String> rows(MemorySource source, Way way) throws Exception {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      rig.addSite();
      rig.addSite();
      way.go(rig, source);
      List<String> rows = new ArrayList<>(rig.visits(SITE));
      rows.addAll(rig.actions(SITE));
      rows.add(
          "visitors "
              + rig.number("SELECT COUNT(*) n FROM visitor WHERE site = 1")
              + " "
              + rig.number(
                  "SELECT CAST(COALESCE(SUM(CRC32(CONCAT_WS(',', visitor_id, ordinal, first_visit,"
                      + " last_visit, visits))), 0) AS SIGNED) n FROM visitor WHERE site = 1"));
      rows.add("next " + rig.number("SELECT next_visit n FROM site_counter WHERE site = 1"));
      return rows;
    }
  }

  private static Way atOnce(int batch) {
    return (rig, source) -> rig.run(rig.job(source, "node", batch));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theSizeOfBatchesChangesNothing(int seed) throws Exception {
    List<byte[]> hits = hits(seed);
    List<String> expected = rows(hits, atOnce(5_000));
    assertThat(expected.size()).isGreaterThan(HITS + 20);
    assertThat(rows(hits, atOnce(1))).isEqualTo(expected);
    assertThat(rows(hits, atOnce(7))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void aRestartAfterAnyBatchChangesNothing(int seed) throws Exception {
    List<byte[]> hits = hits(seed);
    Way restarting =
        (rig, source) -> {
          while (source.committed() < HITS) {
            int[] left = {source.committed() / 23 + 2};
            source.rewind(0);
            try (TransferJob job = rig.job(source, "node", 23)) {
              job.run(new JobContext(rig.clock, Instant.MAX, () -> --left[0] < 0));
            }
          }
        };
    Way oneBatchEach =
        (rig, source) -> {
          for (int from = 0; from < HITS; from += 11) {
            MemorySource some = new MemorySource(0);
            source.hits().subList(0, Math.min(HITS, from + 11)).forEach(some::add);
            try (TransferJob job = rig.job(some, "node", 5_000)) {
              rig.run(job);
            }
          }
        };
    List<String> expected = rows(hits, atOnce(5_000));
    assertThat(rows(hits, restarting)).isEqualTo(expected);
    assertThat(rows(hits, oneBatchEach)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7})
  void whatComesAgainChangesNothing(int seed) throws Exception {
    List<byte[]> hits = hits(seed);
    MemorySource plain = new MemorySource(0);
    hits.forEach(plain::add);
    MemorySource repeating = new MemorySource(0);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < HITS; i++) {
      repeating.add(plain.hits().get(i));
      if (random.nextInt(10) == 0) {
        for (int again = Math.max(0, i - random.nextInt(50)); again <= i; again++) {
          repeating.add(plain.hits().get(again));
        }
      }
    }
    assertThat(rows(repeating, atOnce(37))).isEqualTo(rows(hits, atOnce(5_000)));
  }

  @ParameterizedTest
  @ValueSource(ints = {8})
  void whatOtherSitesSendChangesNothing(int seed) throws Exception {
    List<byte[]> hits = hits(seed);
    MemorySource mixed = new MemorySource(0);
    SplittableRandom random = new SplittableRandom(seed);
    for (byte[] hit : hits) {
      while (random.nextInt(3) == 0) {
        mixed.add(
            TransferRig.view(
                new SiteId(2), random.nextInt(90_000), "00000000000000a" + random.nextInt(9), "x"));
      }
      mixed.add(hit);
    }
    assertThat(rows(mixed, atOnce(29))).isEqualTo(rows(hits, atOnce(5_000)));
  }

  @ParameterizedTest
  @ValueSource(ints = {9})
  void littleMemoryChangesNothing(int seed) throws Exception {
    List<byte[]> hits = hits(seed);
    Way forgetful = (rig, source) -> rig.run(rig.job(source, "node", 5, 1));
    assertThat(rows(hits, forgetful)).isEqualTo(rows(hits, atOnce(5_000)));
  }
}
