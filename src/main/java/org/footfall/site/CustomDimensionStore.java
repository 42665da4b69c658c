package org.footfall.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The table {@code custom_dimension}. Rows stay for ever; slots are not used twice. */
public final class CustomDimensionStore {
  private final Database database;
  private final LocalChanges changes;
  private final Sql sql = Sql.of(CustomDimensionStore.class);

  public CustomDimensionStore(Database database, LocalChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  /** A site's dimensions by id. */
  public List<CustomDimension> of(SiteId site) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("ofSite"))
                .bind(site.value())
                .list(CustomDimensionStore::dimension));
  }

  /** Every site's dimensions, read on a connection whose snapshot is the caller's. */
  public List<CustomDimension> all(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("all")).list(CustomDimensionStore::dimension);
  }

  public Optional<CustomDimension> find(SiteId site, int id) {
    return of(site).stream().filter(dimension -> dimension.id() == id).findFirst();
  }

  /**
   * Adds a dimension in the first free slot of its scope; its id. The value's own id and slot do
   * not count.
   *
   * @return nothing when there is no such site or all slots are taken
   */
  public OptionalInt add(CustomDimension wanted) {
    int site = wanted.site().value();
    OptionalInt added =
        database.write(
            connection -> {
              if (!lockSite(connection, wanted.site())) {
                return OptionalInt.empty();
              }
              int slot = last(connection, "lastSlot", site, wanted.scope());
              int id = last(connection, "lastId", site);
              if (slot >= CustomDimension.SLOTS) {
                return OptionalInt.empty();
              }
              Query.of(connection, sql.get("insert"))
                  .bind(
                      site,
                      id + 1,
                      wanted.name(),
                      wanted.scope(),
                      slot + 1,
                      wanted.active(),
                      text(wanted.extractions()),
                      wanted.caseSensitive())
                  .update();
              return OptionalInt.of(id + 1);
            });
    changes.changed();
    return added;
  }

  /** Replaces a dimension's values; its scope and slot stay. */
  public void update(CustomDimension changed) {
    database.write(
        connection ->
            Query.of(connection, sql.get("update"))
                .bind(
                    changed.name(),
                    changed.active(),
                    text(changed.extractions()),
                    changed.caseSensitive(),
                    changed.site().value(),
                    changed.id())
                .update());
    changes.changed();
  }

  /** Lets one after the other number what belongs to a site; false when there is no such site. */
  private boolean lockSite(Connection connection, SiteId site) throws SQLException {
    return Query.of(connection, sql.get("lockSite"))
        .bind(site.value())
        .first(row -> row.integer("id"))
        .isPresent();
  }

  private int last(Connection connection, String statement, Object... values) throws SQLException {
    return Query.of(connection, sql.get(statement))
        .bind(values)
        .first(row -> row.integer("last"))
        .orElse(0);
  }

  private static String text(List<CustomDimension.Extraction> extractions) {
    return Lines.join(
        extractions.stream()
            .map(each -> each.origin().name().toLowerCase(Locale.ROOT) + " " + each.pattern())
            .toList());
  }

  private static CustomDimension dimension(Row row) throws SQLException {
    return new CustomDimension(
        new SiteId(row.integer("site")),
        row.integer("id"),
        row.text("name"),
        CustomDimension.Scope.valueOf(row.text("scope")),
        row.integer("slot"),
        row.flag("active"),
        Lines.split(row.text("extractions")).stream()
            .map(CustomDimensionStore::extraction)
            .toList(),
        row.flag("case_sensitive"));
  }

  private static CustomDimension.Extraction extraction(String line) {
    int blank = line.indexOf(' ');
    return new CustomDimension.Extraction(
        CustomDimension.Origin.valueOf(line.substring(0, blank).toUpperCase(Locale.ROOT)),
        line.substring(blank + 1));
  }
}
