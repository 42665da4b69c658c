package org.footfall.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** Reads what crawlers fetched, and deletes it in the end. */
public final class BotRequests {
  private final Database database;
  private final Sql sql = Sql.of(BotRequests.class);

  /**
   * What was fetched together.
   *
   * @param what a crawler's name, or an address; empty for addresses beyond those kept apart
   * @param addresses how many different ones, a day's each; those beyond count as one
   * @param bytes as far as the sender told them
   */
  public record Fetched(String what, long requests, long addresses, long bytes, Instant last) {}

  /**
   * What one crawler fetched from one address.
   *
   * @param url empty for addresses beyond those kept apart
   * @param missing requests of days whose last one found nothing there
   * @param failed requests of days at whose last one the server failed
   */
  public record Answered(
      String bot, String url, long requests, long bytes, long missing, long failed) {}

  public BotRequests(Database database) {
    this.database = database;
  }

  /** The crawlers of a site, those first that asked most often. */
  public List<Fetched> bots(SiteId site, LocalDate from, LocalDate to, int most) {
    return list("bots", site.value(), from, to, most);
  }

  /** What one of them fetched, most often first. */
  public List<Fetched> addresses(SiteId site, String bot, LocalDate from, LocalDate to, int most) {
    return list("addresses", site.value(), bot, from, to, most);
  }

  /** What all crawlers of a site fetched, by crawler and address, most often first. */
  public List<Answered> answers(SiteId site, LocalDate from, LocalDate to, int most) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("answers"))
                .bind(site.value(), from, to, most)
                .list(
                    row ->
                        new Answered(
                            row.text("bot"),
                            row.text("url"),
                            row.number("requests"),
                            row.number("bytes"),
                            row.number("missing"),
                            row.number("failed"))));
  }

  /** The sites that have days before one. */
  List<SiteId> sitesBefore(LocalDate first) {
    return database.read(
        connection ->
            Query.of(connection, sql.get("before"))
                .bind(first)
                .list(row -> new SiteId(row.integer("site"))));
  }

  /** Deletes the earliest rows of a site, of days before one; how many there were. */
  int forget(SiteId site, LocalDate first, int most) {
    return database.change(sql.get("forget"), site.value(), first, most);
  }

  private List<Fetched> list(String query, Object... values) {
    return database.read(
        connection ->
            Query.of(connection, sql.get(query))
                .bind(values)
                .list(
                    row ->
                        new Fetched(
                            row.text("what"),
                            row.number("requests"),
                            row.number("addresses"),
                            row.number("bytes"),
                            row.instant("last_request"))));
  }
}
