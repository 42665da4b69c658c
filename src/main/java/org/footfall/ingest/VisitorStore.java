package org.footfall.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;
import org.footfall.visit.Visitor;

/** The table {@code visitor}: those who can be recognised, a row each. */
final class VisitorStore {
  /** More would make one message needlessly long. */
  private static final int MOST_AT_ONCE = 2_000;

  private final Database database;
  private final Sql sql = Sql.of(VisitorStore.class);

  /** A visitor of a site. */
  record Key(SiteId site, long visitorId) {}

  /** A row to be written. */
  record Saved(Key key, Visitor visitor) {}

  VisitorStore(Database database) {
    this.database = database;
  }

  /** Those of the visitors that are known, many in one statement. */
  Map<Long, Visitor> find(SiteId site, Collection<Long> ids) {
    Map<Long, Visitor> found = new HashMap<>();
    List<Long> wanted = new ArrayList<>(ids);
    for (int from = 0; from < wanted.size(); from += MOST_AT_ONCE) {
      List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + MOST_AT_ONCE));
      String list = some.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
      database.read(
          connection -> {
            Query.of(connection, sql.get("find"))
                .bind(list, site.value())
                .each(
                    row ->
                        found.put(
                            row.number("visitor_id"),
                            new Visitor(
                                row.integer("ordinal"),
                                row.number("first_visit"),
                                row.number("last_visit"),
                                row.integer("visits"),
                                row.number("last_order"))));
            return found;
          });
    }
    return found;
  }

  void save(Connection connection, Collection<Saved> rows) throws SQLException {
    Query.of(connection, sql.get("save"))
        .updateAll(
            rows,
            row ->
                List.of(
                    row.key().site().value(),
                    row.key().visitorId(),
                    row.visitor().ordinal(),
                    row.visitor().firstVisit(),
                    row.visitor().lastVisit(),
                    row.visitor().lastOrder(),
                    row.visitor().visits()));
  }

  void delete(Connection connection, Collection<Key> keys) throws SQLException {
    Query.of(connection, sql.get("delete"))
        .updateAll(keys, key -> List.of(key.site().value(), key.visitorId()));
  }
}
