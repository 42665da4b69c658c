package org.footfall.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** The table {@code known_order}: which orders each site has had, so that none counts twice. */
final class OrderStore {
  private final Database database;
  private final Sql sql = Sql.of(OrderStore.class);

  /** An order of a site by the id that the site gave it. */
  record Order(SiteId site, String id) {}

  OrderStore(Database database) {
    this.database = database;
  }

  boolean has(Order order) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("find"))
                .bind(order.site().value(), order.id())
                .first(row -> true)
                .isPresent());
  }

  void save(Connection connection, Collection<Order> orders) throws SQLException {
    Query.of(connection, sql.get("save"))
        .updateAll(orders, order -> List.of(order.site().value(), order.id()));
  }
}
