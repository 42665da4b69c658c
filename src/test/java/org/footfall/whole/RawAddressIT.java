package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceStore;
import org.footfall.site.LocalChanges;
import org.footfall.store.Query;
import org.footfall.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;

/**
 * The promise on privacy, tried on the built jar: where the address of a visitor is, and is not.
 */
class RawAddressIT {
  private static final String PLANTED = "203.0.113.231";
  private static final List<byte[]> FORMS =
      List.of(
          PLANTED.getBytes(StandardCharsets.US_ASCII),
          AddressSearch.bytes(PLANTED),
          "CB0071E7".getBytes(StandardCharsets.US_ASCII));

  private WholeServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        WholeServer.start(
            "[transfer]\ninterval = \"1 h\"\n[database]\nconnect_timeout = \"1 s\"\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void afterTrafficWithMaskingOnNothingHoldsTheAddressOfAVisitor() throws Exception {
    set(InstanceSetting.EXCLUDED_IPS, "192.0.2.0/24");
    AddressSearch search = new AddressSearch(AddressTraffic.ADDRESSES);
    KeptBytes kept = new KeptBytes(server.all, search);
    AddressTraffic traffic = new AddressTraffic(server);

    traffic.hits();
    traffic.pages();
    kept.redis();
    assertThat(spoiled()).as("an entry in Redis").isTrue();
    server.all.redis.kill();
    traffic.spooled();
    kept.files();
    server.all.footfall.kill();
    damageSpool();
    server.all.redis.start();
    server.all.footfall.start();
    assertThat(filesIn("spool/set-aside")).as("what was set aside").isPositive();
    kept.files();
    Await.until(
        "the spool is forwarded",
        () -> server.metric("footfall_queue_forwarded_hits_total") >= AddressTraffic.SPOOLED - 1);
    server.process();
    server.all.mariadb.stop();
    traffic.hits();
    traffic.pagesInNeed();
    server.all.mariadb.restart();
    Await.until("the database is back", () -> server.status("/health/ready") == 200);
    server.process();

    search.look("metrics", server.text("/metrics"));
    server.all.footfall.close();
    kept.redis();
    kept.files();
    kept.tables();
    assertThat(kept.log(server.site())).as("visits").isGreaterThan(10);
    assertThat(rows("rejected_request")).as("rejected requests").isPositive();
    assertThat(rows("tracking_failure")).as("failures of senders").isPositive();
    assertThat(search.bytes()).isGreaterThan(50_000);
    assertThat(search.found()).isEmpty();
  }

  /** Else the search above would prove nothing. */
  @Test
  void theSearchFindsAnAddressWhereverItIs() throws Exception {
    set(InstanceSetting.MASKED_BYTES, "0");
    AddressSearch search = new AddressSearch(List.of(PLANTED));
    KeptBytes kept = new KeptBytes(server.all, search);
    String hit = "/matomo.php?rec=1&idsite=" + server.site() + "&url=https://shop.example/";
    assertThat(server.status(hit, "X-Forwarded-For", PLANTED)).isEqualTo(200);
    kept.redis();
    assertFound(search, "Redis key footfall:hits:");
    server.process();
    plantInRedis();
    plantInFiles();
    plantInTables();
    kept.redis();
    kept.files();
    kept.tables();
    assertThat(kept.log(server.site())).isEqualTo(1);
    for (String key : List.of("string", "list", "set", "zset", "hash", "field", "stream")) {
      for (int form = 0; form < FORMS.size(); form++) {
        assertFound(search, "Redis key " + key + form + ":");
      }
    }
    assertFound(search, "Redis key " + PLANTED);
    for (String file : List.of("spool/0.spool", "spool/set-aside/1.broken", "state/x")) {
      assertFound(search, "file " + file);
    }
    assertFound(search, "file footfall.log");
    assertFound(search, "file redis/appendonlydir");
    assertFound(search, "file name state/" + PLANTED);
    assertFound(search, "table rejected_request.payload");
    assertFound(search, "table rejected_request.reason");
    assertFound(search, "table log_segment_group.");
    assertFound(search, "log VISIT address");
    AddressSearch other = new AddressSearch(List.of("203.0.113.232"));
    new KeptBytes(server.all, other).files();
    assertThat(other.found()).isEmpty();
  }

  private static void assertFound(AddressSearch search, String place) {
    assertThat(search.found()).as(place).anyMatch(finding -> finding.startsWith(place));
  }

  private void set(InstanceSetting setting, String value) throws IOException {
    new InstanceStore(server.all.database(), new LocalChanges()).save(setting, value);
    server.all.footfall.close();
    server.all.footfall.start();
  }

  /** Adds a copy of a waiting entry that no transfer can read. */
  private boolean spoiled() {
    try (Jedis redis = new Jedis(server.all.redis.address())) {
      for (byte[] key : redis.keys("footfall:hits:*".getBytes(StandardCharsets.US_ASCII))) {
        List<?> entry = (List<?>) redis.xrange(key, KeptBytes.FIRST, KeptBytes.LAST).get(0);
        List<?> fields = (List<?>) entry.get(1);
        IdentityHashMap<byte[], byte[]> spoilt = new IdentityHashMap<>();
        for (int i = 0; i < fields.size(); i += 2) {
          spoilt.put((byte[]) fields.get(i), spoil((byte[]) fields.get(i), fields.get(i + 1)));
        }
        return redis.xadd(key, XAddParams.xAddParams(), spoilt) != null;
      }
    }
    return false;
  }

  private static byte[] spoil(byte[] field, Object value) {
    byte[] copy = ((byte[]) value).clone();
    switch (field[0]) {
      case 'p' -> copy[0] = copy[0] == 'x' ? (byte) 'y' : (byte) 'x';
      case 'h' -> {
        int version = 0;
        while (copy[version] < 0) {
          version++;
        }
        copy[version + 1] = 0x7F;
      }
      default -> {}
    }
    return copy;
  }

  /** Breaks a byte of the first record of the spool. */
  private void damageSpool() throws IOException {
    try (Stream<Path> files = Files.list(server.all.folder().resolve("spool"))) {
      Path first =
          files
              .filter(file -> file.toString().endsWith(".spool"))
              .sorted()
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(first);
      bytes[60] ^= 0x55;
      Files.write(first, bytes);
    }
  }

  private int filesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(server.all.folder().resolve(folder))) {
      return (int) files.count();
    }
  }

  private long rows(String table) {
    return server
        .all
        .database()
        .read(
            connection ->
                Query.of(connection, "SELECT COUNT(*) AS n FROM " + table)
                    .first(row -> row.number("n"))
                    .orElse(0L));
  }

  private void plantInRedis() {
    try (Jedis redis = new Jedis(server.all.redis.address())) {
      redis.set(PLANTED, "");
      for (int i = 0; i < FORMS.size(); i++) {
        byte[] form = FORMS.get(i);
        byte[] plain = {'a'};
        redis.set(("string" + i).getBytes(StandardCharsets.US_ASCII), form);
        redis.rpush(("list" + i).getBytes(StandardCharsets.US_ASCII), plain, form);
        redis.sadd(("set" + i).getBytes(StandardCharsets.US_ASCII), plain, form);
        redis.zadd(("zset" + i).getBytes(StandardCharsets.US_ASCII), 1, form);
        redis.hset(("hash" + i).getBytes(StandardCharsets.US_ASCII), plain, form);
        redis.hset(("field" + i).getBytes(StandardCharsets.US_ASCII), form, plain);
        redis.xadd(
            ("stream" + i).getBytes(StandardCharsets.US_ASCII),
            XAddParams.xAddParams(),
            Map.of(plain, form));
      }
    }
  }

  private void plantInFiles() throws IOException {
    Path folder = server.all.folder();
    Files.createDirectories(folder.resolve("spool/set-aside"));
    Files.write(folder.resolve("spool/0.spool"), FORMS.get(1));
    Files.write(folder.resolve("spool/set-aside/1.broken"), FORMS.get(0));
    Files.write(folder.resolve("state/x"), FORMS.get(2));
    Files.createFile(folder.resolve("state").resolve(PLANTED));
    Files.write(folder.resolve("footfall.log"), FORMS.get(0), StandardOpenOption.APPEND);
  }

  private void plantInTables() {
    int unused =
        server
            .all
            .database()
            .read(
                connection ->
                    Query.of(
                            connection,
                            "INSERT INTO rejected_request (shard, site, rejected_at, reason, payload)"
                                + " VALUES (0, 0, NOW(), ?, ?)")
                        .bind("from " + PLANTED, FORMS.get(1))
                        .update());
  }
}
