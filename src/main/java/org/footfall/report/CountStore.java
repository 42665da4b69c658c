package org.footfall.report;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.codec.PiecePack;
import org.footfall.segment.Segment;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** The tables {@code archived_counts} and {@code prepared_segment}. */
final class CountStore {
  /** More are not gathered for one message. */
  private static final long BYTES_AT_ONCE = 1 << 20;

  private final Sql sql = Sql.of(CountStore.class);

  /**
   * What is counted.
   *
   * @param hash of the segment; empty for all visits
   */
  record Subject(int site, byte[] hash) {
    private static final int HASH_BYTES = 16;

    static Subject of(int site, Segment segment) {
      if (segment.isAll()) {
        return new Subject(site, new byte[0]);
      }
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] hash = digest.digest(segment.meaning().getBytes(StandardCharsets.UTF_8));
        return new Subject(site, Arrays.copyOf(hash, HASH_BYTES));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    boolean ofAllVisits() {
      return hash.length == 0;
    }
  }

  /** Whether anything may be stored. */
  boolean isPrepared(Connection connection, Subject of) throws SQLException {
    return of.ofAllVisits()
        || Query.of(connection, sql.get("isPrepared"))
            .bind(of.site(), of.hash())
            .first(row -> true)
            .orElse(false);
  }

  /** From which day on each segment's days are stored; by site, then hash in hexadecimal. */
  Map<Integer, Map<String, LocalDate>> prepared(Connection connection) throws SQLException {
    Map<Integer, Map<String, LocalDate>> prepared = new HashMap<>();
    Query.of(connection, sql.get("prepared"))
        .each(
            row ->
                prepared
                    .computeIfAbsent(row.integer("site"), site -> new HashMap<>())
                    .put(HexFormat.of().formatHex(row.bytes("segment")), row.date("since")));
    return prepared;
  }

  /** Notes from which day on a segment's days are stored. */
  void prepare(Connection transaction, Subject of, LocalDate since) throws SQLException {
    Query.of(transaction, sql.get("prepare")).bind(of.site(), of.hash(), since).update();
  }

  /** Forgets all that is stored of a segment. */
  void forget(Connection transaction, Subject of) throws SQLException {
    Query.of(transaction, sql.get("forgetCounts")).bind(of.site(), of.hash()).update();
    Query.of(transaction, sql.get("forgetSegment")).bind(of.site(), of.hash()).update();
  }

  /** Which months and years are stored that begin in a stretch of days, by source. */
  Map<Source, List<StoredCounts>> periods(
      Connection connection, Subject of, Set<Source> sources, LocalDate from, LocalDate to)
      throws SQLException {
    Map<Source, List<StoredCounts>> periods = new EnumMap<>(Source.class);
    Query.of(connection, sql.get("periods"))
        .bind(names(sources), of.site(), of.hash(), from, to)
        .each(
            row ->
                periods
                    .computeIfAbsent(Source.valueOf(row.text("source")), s -> new ArrayList<>())
                    .add(
                        new StoredCounts(
                            StoredCounts.kind(row.text("period")),
                            row.date("from_day"),
                            row.date("to_day"),
                            row.number("fingerprint"))));
    return periods;
  }

  /** The sources of which exactly these counts are stored. */
  Set<Source> stored(Connection connection, Subject of, StoredCounts stored) throws SQLException {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    Query.of(connection, sql.get("stored"))
        .bind(
            names(EnumSet.allOf(Source.class)),
            of.site(),
            of.hash(),
            StoredCounts.letter(stored.kind()),
            stored.from(),
            stored.to(),
            stored.fingerprint())
        .each(row -> sources.add(Source.valueOf(row.text("source"))));
    return sources;
  }

  private static String names(Set<Source> sources) {
    return sources.stream()
        .map(source -> '"' + source.name() + '"')
        .collect(joining(",", "[", "]"));
  }

  /**
   * Reads counts; none if they have been replaced.
   *
   * @throws DamagedCountsException if they are not as they were written
   */
  Optional<Counts> load(Connection connection, Subject of, Source source, StoredCounts stored)
      throws SQLException {
    List<byte[]> blocks =
        Query.of(connection, sql.get("load"))
            .bind(
                of.site(),
                of.hash(),
                source.name(),
                StoredCounts.letter(stored.kind()),
                stored.from(),
                stored.fingerprint())
            .list(row -> row.bytes("data"));
    return blocks.isEmpty() ? Optional.empty() : Optional.of(CountCodec.decode(source, blocks));
  }

  /**
   * Stores counts in place of those of the same period. Those of segments are many, and of open
   * days stored again with every change, so they are packed with less effort.
   */
  void save(Connection transaction, Subject whose, StoredCounts of, Map<Source, Counts> counts)
      throws SQLException {
    String letter = StoredCounts.letter(of.kind());
    PiecePack.Effort effort =
        whose.ofAllVisits() ? PiecePack.Effort.THOROUGH : PiecePack.Effort.QUICK;
    Query.of(transaction, sql.get("delete"))
        .updateAll(
            counts.keySet(),
            source -> List.of(whose.site(), whose.hash(), source.name(), letter, of.from()));
    List<List<Object>> rows = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Source, Counts> entry : counts.entrySet()) {
      int block = 0;
      for (byte[] data : CountCodec.encode(entry.getValue(), effort)) {
        rows.add(
            List.of(
                whose.site(),
                whose.hash(),
                entry.getKey().name(),
                letter,
                of.from(),
                block++,
                of.to(),
                of.fingerprint(),
                data));
        bytes += data.length;
      }
      if (bytes > BYTES_AT_ONCE) {
        Query.of(transaction, sql.get("add")).updateAll(rows, row -> row);
        rows.clear();
        bytes = 0;
      }
    }
    Query.of(transaction, sql.get("add")).updateAll(rows, row -> row);
  }
}
