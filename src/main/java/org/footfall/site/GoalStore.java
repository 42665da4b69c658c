package org.footfall.site;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The table {@code goal}. Rows stay for ever: a deleted goal keeps its number and its name. */
public final class GoalStore {
  private final Database database;
  private final LocalChanges changes;
  private final Sql sql = Sql.of(GoalStore.class);

  public GoalStore(Database database, LocalChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  /** A site's goals by number, without deleted ones. */
  public List<Goal> of(SiteId site) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("ofSite")).bind(site.value()).list(GoalStore::goal));
  }

  /** Every site's goals, deleted ones too, read on a connection whose snapshot is the caller's. */
  public List<Goal> all(Connection connection) throws SQLException {
    return Query.of(connection, sql.get("all")).list(GoalStore::goal);
  }

  /** A goal that is not deleted. */
  public Optional<Goal> find(SiteId site, int id) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("find")).bind(site.value(), id).first(GoalStore::goal));
  }

  /**
   * Adds a goal; its number.
   *
   * @return nothing when there is no such site, or when it has had as many goals as it may
   */
  public OptionalInt add(SiteId site, Goal.Wish wish) {
    OptionalInt added =
        database.write(
            connection -> {
              if (!lockSite(connection, site)) {
                return OptionalInt.empty();
              }
              int last =
                  Query.of(connection, sql.get("last"))
                      .bind(site.value())
                      .first(row -> row.integer("last"))
                      .orElse(0);
              if (last >= Goal.MOST) {
                return OptionalInt.empty();
              }
              bind(connection, "insert", wish, site, last + 1).update();
              return OptionalInt.of(last + 1);
            });
    changes.changed();
    return added;
  }

  private Query bind(Connection connection, String name, Goal.Wish wish, SiteId site, int id)
      throws SQLException {
    return Query.of(connection, sql.get(name))
        .bind(
            wish.name(),
            wish.description(),
            wish.subject(),
            wish.pattern(),
            wish.patternKind(),
            wish.caseSensitive(),
            wish.severalPerVisit(),
            wish.revenue(),
            wish.revenueOfEvent(),
            site.value(),
            id);
  }

  /** Lets one after the other number what belongs to a site; false when there is no such site. */
  private boolean lockSite(Connection connection, SiteId site) throws SQLException {
    return Query.of(connection, sql.get("lockSite"))
        .bind(site.value())
        .first(row -> row.integer("id"))
        .isPresent();
  }

  /**
   * Replaces what a goal wants.
   *
   * @return whether there is such a goal
   */
  public boolean update(SiteId site, int id, Goal.Wish wish) {
    int found =
        database.write(
            connection -> {
              if (Query.of(connection, sql.get("find"))
                  .bind(site.value(), id)
                  .first(GoalStore::goal)
                  .isEmpty()) {
                return 0;
              }
              bind(connection, "update", wish, site, id).update();
              return 1;
            });
    changes.changed();
    return found > 0;
  }

  /**
   * Deletes a goal.
   *
   * @return whether there was one
   */
  public boolean delete(SiteId site, int id) {
    int deleted =
        database.write(
            connection -> Query.of(connection, sql.get("delete")).bind(site.value(), id).update());
    changes.changed();
    return deleted > 0;
  }

  private static Goal goal(Row row) throws SQLException {
    return new Goal(
        new SiteId(row.integer("site")),
        row.integer("id"),
        new Goal.Wish(
            row.text("name"),
            row.text("description"),
            Goal.Subject.valueOf(row.text("subject")),
            row.text("pattern"),
            Goal.PatternKind.valueOf(row.text("pattern_kind")),
            row.flag("case_sensitive"),
            row.flag("several_a_visit"),
            new BigDecimal(row.text("revenue")).stripTrailingZeros(),
            row.flag("revenue_of_event")),
        row.flag("deleted"));
  }
}
