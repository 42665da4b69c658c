package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.footfall.site.LocalChanges;
import org.footfall.site.NewSite;
import org.footfall.site.SiteStore;
import org.footfall.testing.Await;
import org.footfall.testing.Installation;
import org.footfall.testing.TestRedis;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The promise of Footfall, tried on the built jar with real servers: whatever is killed, whenever,
 * under load. The seed is printed with a failure; {@code -Drounds=1000} runs longer.
 */
@Tag("kill")
class ExactlyOnceIT {
  private static final int SITES = 6;
  private static final int ROUNDS = Integer.getInteger("footfall.rounds", 50);
  private static final long SEED = Long.getLong("footfall.seed", 20261123L);

  @Test
  void everyAnsweredHitIsInTheLogExactlyOnceAndInOrderWhateverIsKilled() throws Exception {
    Random random = new Random(SEED);
    try (Installation all =
        Installation.prepare(
            TestRedis.Log.ALWAYS,
            List.of("--innodb-flush-log-at-trx-commit=1"),
            "[transfer]\ninterval = \"1 s\"\n",
            "-Xmx256m")) {
      all.footfall.start();
      List<OrderedClient> clients = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      SiteStore sites = new SiteStore(all.database(), Clock.systemUTC(), new LocalChanges());
      for (int i = 0; i < SITES; i++) {
        int site =
            sites
                .add(
                    NewSite.website(
                        "Shop " + i, "https://shop.example", ZoneOffset.UTC, Instant.EPOCH))
                .value();
        clients.add(new OrderedClient(all.footfall.address(), site));
      }
      all.footfall.close();
      all.footfall.start();
      for (OrderedClient client : clients) {
        Thread thread = new Thread(client, "client of site " + client.site());
        threads.add(thread);
        thread.start();
      }
      for (int round = 0; round < ROUNDS; round++) {
        round(all, clients, random);
      }
      for (OrderedClient client : clients) {
        client.stop();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      all.footfall.run("job", "run", "transfer");
      for (OrderedClient client : clients) {
        verify(all, client);
      }
    }
  }

  /** Lets some hits through, then kills something and brings it back. */
  private static void round(Installation all, List<OrderedClient> clients, Random random)
      throws IOException {
    int more = clients.get(0).sent() + 5 + random.nextInt(200);
    Await.until("hits go through", () -> clients.get(0).sent() >= more);
    switch (random.nextInt(5)) {
      case 0, 1 -> {
        all.footfall.kill();
        all.footfall.start();
      }
      case 2 -> {
        all.redis.kill();
        int while_ = clients.get(0).sent() + random.nextInt(60);
        Await.until("hits go on without Redis", () -> clients.get(0).sent() >= while_);
        all.redis.start();
      }
      case 3 -> {
        all.mariadb.kill();
        int meanwhile = clients.get(0).sent() + random.nextInt(60);
        Await.until("hits go on without MariaDB", () -> clients.get(0).sent() >= meanwhile);
        all.mariadb.restart();
      }
      default -> {
        all.redis.kill();
        all.footfall.kill();
        all.redis.start();
        all.footfall.start();
      }
    }
  }

  private static void verify(Installation all, OrderedClient client) {
    List<String> pages = pages(all, client.site());
    BitSet seen = new BitSet();
    int last = -1;
    for (String page : pages) {
      int number = Integer.parseInt(page.substring(page.lastIndexOf('/') + 1));
      assertThat(seen.get(number)).as("page view %d is in the log twice", number).isFalse();
      assertThat(number).as("the order within site %d", client.site()).isGreaterThan(last);
      seen.set(number);
      last = number;
    }
    BitSet lost = (BitSet) client.answered().clone();
    lost.andNot(seen);
    assertThat(lost.stream().boxed().toList()).as("answered, but not in the log").isEmpty();
    assertThat(client.oddStatuses()).isEmpty();
    assertThat(seen.cardinality()).isPositive();
  }

  private static List<String> pages(Installation all, int site) {
    LogReader log = new LogReader(all.database(), 64 << 20);
    List<String> pages = new ArrayList<>();
    log.snapshot(
        snapshot -> {
          LocalDate today = LocalDate.now(ZoneOffset.UTC);
          for (LocalDate day :
              snapshot.days(site, today.minusDays(2), today.plusDays(2)).keySet()) {
            LogTable actions = snapshot.actions(site, day, List.of(Columns.URL));
            for (int row = 0; row < actions.rows(); row++) {
              pages.add(actions.text(Columns.URL).get(row));
            }
          }
          return null;
        });
    return pages;
  }
}
