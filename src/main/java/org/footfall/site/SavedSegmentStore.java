package org.footfall.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The table {@code saved_segment}. */
public final class SavedSegmentStore {
  private static final int EVERY_SITE = 0;

  private final Database database;
  private final Clock clock;
  private final Sql sql = Sql.of(SavedSegmentStore.class);

  public SavedSegmentStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A person's own and those that are shared, by name.
   *
   * @param everybodys those that are neither, too
   * @param site only those that are for it, alone or among others
   */
  public List<SavedSegment> visible(String login, boolean everybodys, Optional<SiteId> site) {
    int number = site.map(SiteId::value).orElse(EVERY_SITE);
    return database.read(
        connection ->
            Query.of(connection, sql.get("visible"))
                .bind(everybodys, login, site.isEmpty(), number)
                .list(SavedSegmentStore::segment));
  }

  /** Those that are counted before somebody asks, the oldest first. */
  public List<SavedSegment> prepared() {
    return database.read(
        connection -> Query.of(connection, sql.get("prepared")).list(SavedSegmentStore::segment));
  }

  public Optional<SavedSegment> find(int id) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("find")).bind(id).first(SavedSegmentStore::segment));
  }

  /**
   * Saves a segment; its number.
   *
   * @return nothing when the person has as many as may be
   */
  public OptionalInt add(String login, SavedSegment.Wish wish) {
    return database.write(
        connection -> {
          // One after the other, or several at once would each find room for one more.
          lock(connection, login);
          if (count(connection, login) >= SavedSegment.MOST) {
            return OptionalInt.empty();
          }
          long id =
              Query.of(connection, sql.get("insert"))
                  .bind(
                      wish.name(),
                      wish.definition(),
                      site(wish),
                      wish.prepared(),
                      wish.shared(),
                      login,
                      clock.instant())
                  .insert();
          return OptionalInt.of((int) id);
        });
  }

  private void lock(Connection connection, String login) throws SQLException {
    Optional<String> unused =
        Query.of(connection, sql.get("lock")).bind(login).first(row -> row.text("login"));
  }

  private int count(Connection connection, String login) throws SQLException {
    return Query.of(connection, sql.get("count"))
        .bind(login)
        .first(row -> row.integer("n"))
        .orElse(0);
  }

  /** Replaces what a segment is; its owner stays. */
  public void update(int id, SavedSegment.Wish wish) {
    int unused =
        database.write(
            connection ->
                Query.of(connection, sql.get("update"))
                    .bind(
                        wish.name(),
                        wish.definition(),
                        site(wish),
                        wish.prepared(),
                        wish.shared(),
                        clock.instant(),
                        id)
                    .update());
  }

  public void delete(int id) {
    int unused =
        database.write(connection -> Query.of(connection, sql.get("delete")).bind(id).update());
  }

  private static int site(SavedSegment.Wish wish) {
    return wish.site().map(SiteId::value).orElse(EVERY_SITE);
  }

  private static SavedSegment segment(Row row) throws SQLException {
    int site = row.integer("site");
    return new SavedSegment(
        row.integer("id"),
        new SavedSegment.Wish(
            row.text("name"),
            row.text("definition"),
            site == EVERY_SITE ? Optional.empty() : Optional.of(new SiteId(site)),
            row.flag("prepared"),
            row.flag("shared")),
        row.text("login"),
        row.instant("created_at"),
        Optional.ofNullable(row.instant("changed_at")));
  }
}
