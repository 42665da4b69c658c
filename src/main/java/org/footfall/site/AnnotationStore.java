package org.footfall.site;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;

/** The table {@code annotation}. */
public final class AnnotationStore {
  private final Database database;
  private final Sql sql = Sql.of(AnnotationStore.class);

  public AnnotationStore(Database database) {
    this.database = database;
  }

  /** A site's notes on these days, by day. */
  public List<Annotation> of(SiteId site, LocalDate from, LocalDate to) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("between"))
                .bind(site.value(), from, to)
                .list(AnnotationStore::annotation));
  }

  public Optional<Annotation> find(SiteId site, int id) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("find"))
                .bind(site.value(), id)
                .first(AnnotationStore::annotation));
  }

  /**
   * Adds a note with the next number.
   *
   * @return nothing when there is no such site, or when it has as many notes as it may
   */
  public Optional<Annotation> add(
      SiteId site, LocalDate day, String note, boolean starred, String login) {
    return database.write(
        connection -> {
          // One after the other, or two would get the same number.
          boolean there =
              Query.of(connection, sql.get("lockSite"))
                  .bind(site.value())
                  .first(row -> row.integer("id"))
                  .isPresent();
          Optional<Integer> next =
              Query.of(connection, sql.get("last"))
                  .bind(site.value())
                  .first(row -> row.integer("n") < Annotation.MOST ? row.integer("last") + 1 : -1);
          if (!there || next.isEmpty() || next.get() < 0) {
            return Optional.empty();
          }
          Query.of(connection, sql.get("insert"))
              .bind(day, note, starred, login, site.value(), next.get())
              .update();
          return Optional.of(new Annotation(site, next.get(), day, note, starred, login));
        });
  }

  /** Replaces the day, the text and the mark of a note. */
  public void save(Annotation annotation) {
    int unused =
        database.write(
            connection ->
                Query.of(connection, sql.get("update"))
                    .bind(
                        annotation.day(),
                        annotation.note(),
                        annotation.starred(),
                        annotation.site().value(),
                        annotation.id())
                    .update());
  }

  /**
   * Deletes a note.
   *
   * @return whether there was one
   */
  public boolean delete(SiteId site, int id) {
    return database.write(
            connection -> Query.of(connection, sql.get("delete")).bind(site.value(), id).update())
        > 0;
  }

  /** Deletes all notes of a site. */
  public void deleteAll(SiteId site) {
    int unused =
        database.write(
            connection -> Query.of(connection, sql.get("deleteAll")).bind(site.value()).update());
  }

  private static Annotation annotation(Row row) throws SQLException {
    return new Annotation(
        new SiteId(row.integer("site")),
        row.integer("id"),
        row.date("day"),
        row.text("note"),
        row.flag("starred"),
        row.text("login"));
  }
}
