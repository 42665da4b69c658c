package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.footfall.job.JobContext;
import org.footfall.queue.QueuedHit;
import org.footfall.site.SiteId;
import org.footfall.store.DatabaseException;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.TrackingRequestCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of hits from the queue into the log, on a real database. */
class TransferIT {
  private static final String ANNA = "00000000000000a1";
  private static final String BEN = "00000000000000b2";

  private TransferRig rig;
  private SiteId site;
  private MemorySource source;
  private TransferJob job;

  @BeforeEach
  void start() {
    rig = new TransferRig(TestDatabase.fresh());
    site = rig.addSite();
    source = new MemorySource(0);
    job = rig.job(source, "node", 5_000);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private void send(int from, int to) {
    for (int i = from; i < to; i++) {
      source.add(TransferRig.view(site, i, ANNA, "p" + i));
    }
  }

  private static List<String> pages(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "example.org/p" + i).toList();
  }

  @Test
  void hitsBecomeVisitsAndActions() throws Exception {
    source.add(TransferRig.view(site, 0, ANNA, "a"));
    source.add(TransferRig.view(site, 60, ANNA, "b"));
    source.add(TransferRig.view(site, 4_000, BEN, "c"));
    assertThat(rig.run(job).sentence()).isEqualTo("3 hits.");
    assertThat(rig.pages(site)).containsExactly("example.org/a", "example.org/b", "example.org/c");
    assertThat(rig.visits(site)).hasSize(2);
    assertThat(rig.visits(site).get(0))
        .startsWith("2026-03-10 visit_id=1 ")
        .contains("visitor_ordinal=1 ", "actions=2 ", "total_seconds=61 ", "country=fr ")
        .contains("entry_url=example.org/a ", "exit_url=example.org/b ", "exit_title=Page b ");
    assertThat(rig.fate("accepted")).isEqualTo(3);
  }

  @Test
  void aTitleOfZeroIsNone() throws Exception {
    source.add(TransferRig.view(site, 0, ANNA, "a", " 0 "));
    source.add(TransferRig.view(site, 1, ANNA, "b", "00"));
    rig.run(job);
    assertThat(rig.visits(site).get(0)).contains("exit_title=00 ").doesNotContain("entry_title=0 ");
  }

  @Test
  void aVisitGoesOnInTheNextRunAndAfterARestart() throws Exception {
    send(0, 1);
    rig.run(job);
    send(1, 2);
    rig.run(job);
    send(2, 3);
    source.rewind(0);
    rig.run(rig.job(source, "node", 5_000));
    assertThat(rig.visits(site)).hasSize(1);
    assertThat(rig.visits(site).get(0)).contains("actions=3 ");
    assertThat(rig.pages(site)).isEqualTo(pages(0, 3));
  }

  @Test
  void whatIsReadAgainIsDropped() throws Exception {
    send(0, 20);
    rig.run(job);
    source.rewind(0);
    rig.run(job);
    source.rewind(0);
    rig.run(rig.job(source, "node", 3));
    assertThat(rig.pages(site)).isEqualTo(pages(0, 20));
    assertThat(rig.fate("accepted")).isEqualTo(20);
  }

  @Test
  void hitsOfAnotherRunOfTheDoorAreNew() throws Exception {
    send(0, 5);
    source.restartProducer("2-test");
    send(5, 10);
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 10));
  }

  @Test
  void hitsThatNeverCameAreCounted() throws Exception {
    send(0, 2);
    source.loseNext(3);
    send(2, 4);
    rig.run(job);
    assertThat(source.lost()).isEqualTo(3);
    assertThat(rig.fate("lost")).isEqualTo(3);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 4));
  }

  @Test
  void everyKindOfActionHasARowAndWhatIsNoneHasNot() throws Exception {
    for (Map<String, String> kind :
        List.of(
            Map.of("ping", "1"),
            Map.of("ca", "1"),
            Map.of("e_c", "Videos", "e_a", "Play"),
            Map.of("link", "http://x.org"),
            Map.of("download", "http://example.org/a.zip"),
            Map.of("search", "word"),
            Map.of("url", "http://example.org/?q=word"),
            Map.of("c_n", "banner"),
            Map.of("ping", "1"))) {
      source.add(TrackingRequestCodec.encode(TransferRig.request(site, 0, kind)));
    }
    rig.run(job);
    assertThat(rig.actions(site)).hasSize(6);
    assertThat(rig.fate("unsupported")).isEqualTo(1);
    assertThat(rig.fate("excluded")).isEqualTo(1);
  }

  @Test
  void bytesAndWhoCannotBeRecognisedAreKept() throws Exception {
    for (String bytes : List.of("0", "-7")) {
      Map<String, String> sent = Map.of("url", "http://example.org/a", "bw_bytes", bytes);
      source.add(TrackingRequestCodec.encode(TransferRig.request(site, 0, sent)));
    }
    source.add(TransferRig.view(site, 20_000, ANNA, "c"));
    rig.run(job);
    assertThat(rig.visits(site)).hasSize(2);
    assertThat(rig.visits(site).get(0)).contains("stranger=1");
    assertThat(rig.visits(site).get(1)).doesNotContain("stranger=1");
    assertThat(rig.actions(site).get(0)).contains("bandwidth=1");
    assertThat(rig.actions(site).get(1)).doesNotContain("bandwidth=1");
  }

  @Test
  void visitorIdsThatNameNobodyAreCounted() throws Exception {
    source.add(TransferRig.view(site, 0, "0000000000000000", "a"));
    source.add(TransferRig.view(site, 1, "ffffffffffffffff", "b"));
    source.add(TransferRig.view(site, 2, ANNA, "c"));
    rig.run(job);
    assertThat(rig.figure("footfall_transfer_constant_ids_total")).isEqualTo(2);
  }

  @Test
  void aLateVisitAfterALongGapCountsAsTheSecondWithoutASearchThroughTheYear() throws Exception {
    long day = 86_400;
    source.add(TransferRig.view(site, -100 * day, ANNA, "first"));
    source.add(TransferRig.view(site, -99 * day, ANNA, "unseen"));
    for (int i = 90; i > 90 - OrdinalSearch.MOST_DAYS; i--) {
      source.add(TransferRig.view(site, -i * day, BEN, "b"));
    }
    source.add(TransferRig.view(site, 0, ANNA, "last"));
    rig.run(job);
    source.add(TransferRig.view(site, -2 * day, ANNA, "late"));
    rig.run(rig.job(source, "node", 5_000));
    assertThat(rig.visits(site))
        .filteredOn(visit -> visit.contains("/late "))
        .singleElement()
        .asString()
        .contains("returning=1 ", "visit_count=2 ", "since_first=" + 98 * day + " ");
  }

  @Test
  void hitsOfADeletedSiteAreCounted() throws Exception {
    source.add(TransferRig.view(new SiteId(99), 0, ANNA, "a"));
    send(0, 1);
    rig.run(job);
    assertThat(rig.fate("invalid")).isEqualTo(1);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 1));
  }

  @Test
  void anUnreadableHitIsSetAsideAndItsNeighboursGoOn() throws Exception {
    send(0, 3);
    source.add("no hit".getBytes(StandardCharsets.UTF_8));
    send(3, 6);
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 6));
    assertThat(rig.fate("rejected")).isEqualTo(1);
    assertThat(rejected().list(0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).startsWith("decode: "));
  }

  /** Its day is one that the database has no place for, which only shows when it is written. */
  private byte[] poison(int second) {
    return TrackingRequestCodec.encode(
        TransferRig.request(
            site, second, Map.of("url", "http://example.org/poison", "cdt", "999999999999")));
  }

  @Test
  void aHitThatCannotBeWrittenIsFoundByHalvingAndSetAside() throws Exception {
    send(0, 30);
    source.add(poison(1));
    send(30, 60);
    source.add(poison(2));
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 60));
    assertThat(rejected().count()).isEqualTo(2);
    assertThat(rig.fate("accepted")).isEqualTo(60);
    assertThat(rig.visits(site)).hasSize(1);
  }

  @Test
  void aHitThatEndsTheProcessEachTimeIsSetAsideAfterSomeTries() throws Exception {
    send(0, 10);
    rig.execute("INSERT INTO transfer_shard (shard, attempts) VALUES (0, " + Caution.GIVE_UP + ")");
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(1, 10));
    assertThat(rejected().list(0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).contains("processes ended"));
    assertThat(rig.number("SELECT attempts n FROM transfer_shard")).isZero();
  }

  @Test
  void rejectedHitsAreReplayedThroughTheQueueOrDropped() throws Exception {
    source.add(poison(1));
    source.add(poison(2));
    rig.run(job);
    MemorySource again = new MemorySource(0);
    again.restartProducer("9-test");
    int replayed =
        rejected()
            .replayAll(
                payloads -> {
                  payloads.forEach(payload -> again.add(payload.bytes()));
                  return CompletableFuture.completedFuture(null);
                });
    assertThat(replayed).isEqualTo(2);
    assertThat(rejected().count()).isZero();
    rig.run(rig.job(again, "node", 5_000));
    assertThat(rejected().count()).isEqualTo(2);
    assertThat(rejected().dropAll()).isEqualTo(2);
  }

  @Test
  void aReplayThatTheQueueRefusesKeepsTheHits() throws Exception {
    source.add(poison(1));
    rig.run(job);
    assertThatThrownBy(
            () ->
                rejected()
                    .replayAll(
                        payloads ->
                            CompletableFuture.failedFuture(new IllegalStateException("full"))))
        .hasMessageContaining("full");
    assertThat(rejected().list(0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.replayBegun()).isPresent());
  }

  private RejectedRequests rejected() {
    return new RejectedRequests(rig.database, rig.clock);
  }

  @Test
  void whenAnotherNodeWasAtTheShardTheBatchIsTakenAgain() throws Exception {
    send(0, 5);
    rig.run(job);
    send(5, 10);
    MemorySource others = new MemorySource(0);
    source.hits().forEach(others::add);
    rig.execute("UPDATE transfer_shard SET lease_until = '2000-01-01'");
    rig.run(rig.job(others, "other", 5_000));
    send(10, 15);
    rig.execute("UPDATE transfer_shard SET lease_until = '2000-01-01'");
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 15));
    assertThat(rig.visits(site)).hasSize(1);
    assertThat(rig.fate("accepted")).isEqualTo(15);
  }

  @Test
  void aShardThatAnotherNodeWorksOnIsLeftToIt() throws Exception {
    send(0, 5);
    rig.run(rig.job(new MemorySource(0), "other", 5_000));
    rig.execute(
        "INSERT INTO transfer_shard (shard, lease_owner, lease_until)"
            + " VALUES (0, 'other', UTC_TIMESTAMP(6) + INTERVAL 20 SECOND)");
    rig.run(job);
    assertThat(rig.pages(site)).isEmpty();
    rig.execute("UPDATE transfer_shard SET lease_until = UTC_TIMESTAMP(6)");
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 5));
  }

  @Test
  void anotherWriterOfTheLogMakesTheTransferReadItAgain() throws Exception {
    send(0, 5);
    rig.run(job);
    long version = new ShardLock(rig.database, rig.clock).write(0, number -> connection -> number);
    assertThat(version).isEqualTo(rig.number("SELECT batch n FROM transfer_shard"));
    send(5, 10);
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 10));
  }

  @Test
  void aFailureOfTheDatabaseIsNoHitsFaultAndTheNextRunGoesOn() throws Exception {
    send(0, 5);
    rig.run(job);
    send(5, 10);
    rig.execute("RENAME TABLE log_segment TO log_segment_away");
    assertThatThrownBy(() -> rig.run(job)).isInstanceOf(DatabaseException.class);
    assertThat(rejected().count()).isZero();
    rig.execute("RENAME TABLE log_segment_away TO log_segment");
    rig.run(job);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 10));
    assertThat(rig.visits(site)).hasSize(1);
  }

  @Test
  void aCancelledRunStopsBetweenBatches() throws Exception {
    send(0, 30);
    TransferJob small = rig.job(source, "node", 10);
    int[] asked = {0};
    small.run(new JobContext(rig.clock, Instant.MAX, () -> ++asked[0] > 2));
    assertThat(rig.pages(site)).isEqualTo(pages(0, 20));
    rig.run(small);
    assertThat(rig.pages(site)).isEqualTo(pages(0, 30));
  }

  @Test
  void aLateVisitCountsFromTheVisitBeforeItInTheLog() throws Exception {
    long day = 86_400;
    source.add(TransferRig.view(site, -20 * day, ANNA, "a"));
    source.add(TransferRig.view(site, -10 * day, ANNA, "b"));
    source.add(TransferRig.view(site, -5 * day, ANNA, "c"));
    rig.run(job);
    source.add(TransferRig.view(site, -15 * day, ANNA, "late"));
    rig.run(rig.job(source, "node", 5_000));
    assertThat(rig.visits(site))
        .extracting(
            visit -> visit.replaceAll(".*visit_count=(\\d+) .*since_last=(\\d+) .*", "$1 $2"))
        .containsExactly("1 0", "2 " + 5 * day, "2 " + 10 * day, "3 " + 5 * day);
  }

  @Test
  void hitsKeepTheOrderInWhichTheyCame() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      QueuedHit hit =
          new QueuedHit(0, "7-test", i + 1, TransferRig.view(site, i / 50, ANNA, "p" + i));
      source.add(hit);
    }
    rig.run(rig.job(source, "node", 333));
    assertThat(rig.pages(site)).isEqualTo(pages(0, 2_000));
  }
}
