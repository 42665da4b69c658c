package org.footfall.report;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** The table {@code archived_counts}. */
final class CountStore {
  private final Sql sql = Sql.of(CountStore.class);

  /** Which months and years are stored that begin in a stretch of days, by source. */
  Map<Source, List<StoredCounts>> periods(
      Connection connection, int site, Set<Source> sources, LocalDate from, LocalDate to)
      throws SQLException {
    Map<Source, List<StoredCounts>> periods = new EnumMap<>(Source.class);
    String names =
        sources.stream().map(source -> '"' + source.name() + '"').collect(joining(",", "[", "]"));
    Query.of(connection, sql.get("periods"))
        .bind(names, site, from, to)
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

  /** Whether exactly these counts are stored. */
  boolean has(Connection connection, int site, Source source, StoredCounts stored)
      throws SQLException {
    return Query.of(connection, sql.get("has"))
        .bind(
            site,
            source.name(),
            StoredCounts.letter(stored.kind()),
            stored.from(),
            stored.to(),
            stored.fingerprint())
        .first(row -> true)
        .orElse(false);
  }

  /**
   * Reads counts; none if they have been replaced.
   *
   * @throws DamagedCountsException if they are not as they were written
   */
  Optional<Counts> load(Connection connection, int site, Source source, StoredCounts stored)
      throws SQLException {
    List<byte[]> blocks =
        Query.of(connection, sql.get("load"))
            .bind(
                site,
                source.name(),
                StoredCounts.letter(stored.kind()),
                stored.from(),
                stored.fingerprint())
            .list(row -> row.bytes("data"));
    return blocks.isEmpty() ? Optional.empty() : Optional.of(CountCodec.decode(source, blocks));
  }

  /** Stores counts in place of those of the same period. */
  void save(Connection transaction, int site, StoredCounts of, Map<Source, Counts> counts)
      throws SQLException {
    String letter = StoredCounts.letter(of.kind());
    for (Map.Entry<Source, Counts> entry : counts.entrySet()) {
      String source = entry.getKey().name();
      Query.of(transaction, sql.get("delete")).bind(site, source, letter, of.from()).update();
      int block = 0;
      for (byte[] data : CountCodec.encode(entry.getValue())) {
        Query.of(transaction, sql.get("add"))
            .bind(site, source, letter, of.from(), block++, of.to(), of.fingerprint(), data)
            .update();
      }
    }
  }
}
