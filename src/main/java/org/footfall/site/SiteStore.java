package org.footfall.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.site.Site.KeepFragment;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Row;
import org.footfall.store.Sql;
import org.footfall.time.ZoneHistory;

/**
 * The tables {@code site} and {@code site_zone}.
 *
 * <p>Numbers count from 1 and are never used twice, because the log keeps them. A new time zone
 * begins at the next midnight of that zone, so that no day that has hits is cut anew; a change that
 * has not begun yet is replaced.
 */
public final class SiteStore {
  /** The first entry of a history holds for ever before; MariaDB's days begin here. */
  private static final LocalDate FOR_EVER = LocalDate.of(1000, 1, 1);

  private final Database database;
  private final Clock clock;
  private final LocalChanges changes;
  private final Sql sql = Sql.of(SiteStore.class);

  public SiteStore(Database database, Clock clock, LocalChanges changes) {
    this.database = database;
    this.clock = clock;
    this.changes = changes;
  }

  /** All sites by number. */
  public List<Site> all() {
    return database.read(this::all);
  }

  /** All sites by number, read on a connection whose snapshot is the caller's. */
  public List<Site> all(Connection connection) throws SQLException {
    Map<Integer, List<ZoneHistory.Entry>> zones = new HashMap<>();
    Query.of(connection, sql.get("allZones"))
        .each(
            row ->
                zones
                    .computeIfAbsent(row.integer("site"), site -> new ArrayList<>())
                    .add(zone(row)));
    return Query.of(connection, sql.get("all"))
        .list(row -> site(row, zones.get(row.integer("id"))));
  }

  public Optional<Site> find(SiteId id) {
    return database.read(connection -> find(connection, id));
  }

  /** Adds a site; its number. */
  public SiteId add(NewSite site) {
    SiteId added =
        database.write(
            connection -> {
              int last =
                  Query.of(connection, sql.get("lockLast"))
                      .first(row -> row.integer("value"))
                      .orElseThrow(() -> new SQLException("the row last_site is missing"));
              SiteId id = new SiteId(last + 1);
              Query.of(connection, sql.get("saveLast")).bind(id.toString()).update();
              Query.of(connection, sql.get("insert")).bind(values(id, site)).update();
              insertZone(connection, id, FOR_EVER, site.zone());
              return id;
            });
    changes.changed();
    return added;
  }

  /**
   * Replaces a site's values; who created it stays.
   *
   * @return whether there is such a site
   */
  public boolean update(SiteId id, NewSite site) {
    boolean found =
        database.write(
            connection -> {
              Optional<Site> known = find(connection, id);
              if (known.isEmpty()) {
                return false;
              }
              Query.of(connection, sql.get("update")).bind(changed(id, site)).update();
              changeZone(connection, known.get(), site.zone());
              return true;
            });
    if (found) {
      changes.changed();
    }
    return found;
  }

  private Optional<Site> find(Connection connection, SiteId id) throws SQLException {
    List<ZoneHistory.Entry> zones =
        Query.of(connection, sql.get("zones")).bind(id.value()).list(SiteStore::zone);
    return Query.of(connection, sql.get("find")).bind(id.value()).first(row -> site(row, zones));
  }

  private void changeZone(Connection connection, Site known, ZoneId zone) throws SQLException {
    if (zone.equals(known.zones().current())) {
      return;
    }
    LocalDate from = LocalDate.now(clock.withZone(zone)).plusDays(1);
    ZoneId now = known.zones().zoneAt(clock.instant());
    LocalDate begins = LocalDate.now(clock.withZone(now)).plusDays(1);
    LocalDate replaced = begins.isBefore(from) ? begins : from;
    Query.of(connection, sql.get("deleteZones")).bind(known.id().value(), replaced).update();
    if (!zone.equals(now)) {
      insertZone(connection, known.id(), from, zone);
    }
  }

  private void insertZone(Connection connection, SiteId id, LocalDate from, ZoneId zone)
      throws SQLException {
    Query.of(connection, sql.get("insertZone")).bind(id.value(), from, zone.getId()).update();
  }

  private static Object[] values(SiteId id, NewSite site) {
    List<Object> values = common(site);
    values.add(site.creatorLogin());
    values.add(id.value());
    return values.toArray();
  }

  private static Object[] changed(SiteId id, NewSite site) {
    List<Object> values = common(site);
    values.add(id.value());
    return values.toArray();
  }

  private static List<Object> common(NewSite site) {
    List<Object> values = new ArrayList<>();
    values.add(site.name());
    values.add(Lines.join(site.urls()));
    values.add(site.type());
    values.add(site.group());
    values.add(site.createdAt());
    values.add(site.currency());
    values.add(site.ecommerce());
    values.add(site.siteSearch());
    values.add(Lines.join(site.searchKeywordParameters()));
    values.add(Lines.join(site.searchCategoryParameters()));
    values.add(Lines.join(site.excludedIps()));
    values.add(Lines.join(site.excludedQueryParameters()));
    values.add(Lines.join(site.excludedUserAgents()));
    values.add(Lines.join(site.excludedReferrers()));
    values.add(site.keepFragment());
    values.add(site.excludeUnknownUrls());
    return values;
  }

  private static Site site(Row row, List<ZoneHistory.Entry> zones) throws SQLException {
    return new Site(
        new SiteId(row.integer("id")),
        row.text("name"),
        Lines.split(row.text("urls")),
        row.text("type"),
        row.text("site_group"),
        row.instant("created_at"),
        new ZoneHistory(zones),
        row.text("currency"),
        row.flag("ecommerce"),
        row.flag("site_search"),
        Lines.split(row.text("search_keyword_parameters")),
        Lines.split(row.text("search_category_parameters")),
        Lines.split(row.text("excluded_ips")),
        Lines.split(row.text("excluded_query_parameters")),
        Lines.split(row.text("excluded_user_agents")),
        Lines.split(row.text("excluded_referrers")),
        KeepFragment.valueOf(row.text("keep_fragment")),
        row.flag("exclude_unknown_urls"),
        row.text("creator_login"));
  }

  private static ZoneHistory.Entry zone(Row row) throws SQLException {
    LocalDate from = row.date("from_day");
    return new ZoneHistory.Entry(
        from.equals(FOR_EVER) ? LocalDate.MIN : from, ZoneId.of(row.text("zone")));
  }
}
