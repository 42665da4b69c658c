package org.footfall.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.store.Query;
import org.footfall.store.Sql;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.Numbers;

/**
 * The table {@code bot_request}: what crawlers fetched, a row for each crawler, address, site and
 * day. It is apart from visits, which crawlers do not make. Of a crawler that fetches more than
 * {@link #MOST_ADDRESSES} addresses of a site in a day, the others are counted in one row without
 * an address, so that no crawler can fill the table.
 */
final class BotStore {
  static final int MOST_ADDRESSES = 5_000;

  private static final int MAX_URL = 1_024;
  private static final long MOST_BYTES = 1L << 40;

  private final Sql sql = Sql.of(BotStore.class);

  /** What is counted together. */
  private record Key(int site, LocalDate day, String bot, String url) {}

  private static final class Count {
    long requests;
    long bytes;
    long status;
    Instant last = Instant.EPOCH;
  }

  /** Counts those of a batch's hits that crawlers sent. */
  void add(Connection connection, List<Draft> drafts) throws SQLException {
    Map<Key, Count> counts = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (!draft.bot.isEmpty()) {
        TrackingRequest request = draft.request;
        Instant time = request.happenedAt();
        LocalDate day = draft.rules.site().zones().dayOf(time);
        Key key = new Key(request.site().value(), day, draft.bot, url(draft));
        Count count = counts.computeIfAbsent(key, k -> new Count());
        count.requests++;
        count.bytes += Math.min(MOST_BYTES, Numbers.whole(request.parameter("bw_bytes"), 0));
        count.status = Math.min(999, Numbers.whole(request.parameter("http_status"), count.status));
        count.last = time.isAfter(count.last) ? time : count.last;
      }
    }
    Map<Key, Long> known = new LinkedHashMap<>();
    for (Map.Entry<Key, Count> entry : counts.entrySet()) {
      Key key = entry.getKey();
      Key all = new Key(key.site(), key.day(), key.bot(), "");
      if (count(connection, key, entry.getValue())) {
        continue;
      }
      Long addresses = known.get(all);
      if (addresses == null) {
        addresses = addresses(connection, all);
      }
      known.put(all, addresses + 1);
      save(connection, addresses < MOST_ADDRESSES ? key : all, entry.getValue());
    }
  }

  /** Counts under an address that there is already; false for a new one. */
  private boolean count(Connection connection, Key key, Count count) throws SQLException {
    int found =
        Query.of(connection, sql.get("again"))
            .bind(
                count.requests,
                count.bytes,
                count.status,
                count.status,
                count.last,
                key.site(),
                key.day(),
                key.bot(),
                hash(key.url()))
            .update();
    return found > 0;
  }

  private long addresses(Connection connection, Key bot) throws SQLException {
    return Query.of(connection, sql.get("count"))
        .bind(bot.site(), bot.day(), bot.bot())
        .first(row -> row.number("addresses"))
        .orElse(0L);
  }

  private void save(Connection connection, Key key, Count count) throws SQLException {
    Query.of(connection, sql.get("add"))
        .bind(
            key.site(),
            key.day(),
            key.bot(),
            hash(key.url()),
            key.url(),
            count.requests,
            count.bytes,
            count.status,
            count.last)
        .update();
  }

  private static String url(Draft draft) {
    String download = draft.request.parameter("download").trim();
    String page =
        download.isEmpty()
            ? draft.rules.urls().page(draft.request.parameter("url"), "").toString()
            : download;
    return page.length() > MAX_URL ? page.substring(0, MAX_URL) : page;
  }

  private static long hash(String url) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
