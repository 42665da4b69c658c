package org.footfall.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.footfall.account.Account;
import org.footfall.account.ApiToken;
import org.footfall.account.Right;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.time.ZoneHistory;

/** Snapshots for tests: some sites, a superuser's token and a writer's. */
public final class Snapshots {
  /** The goal that the first site has. */
  static final int GOAL = 3;

  public static final Instant NOW = Instant.parse("2026-03-10T12:00:00.123456Z");
  public static final String SUPERUSER = "c4ca4238a0b923820dcc509a6f75849b";

  /** May write on site 1 and view site 2. */
  static final String WRITER = "11111111111111111111111111111111";

  /** A superuser's, not to be taken from addresses. */
  static final String SECURE = "22222222222222222222222222222222";

  private final Map<InstanceSetting, String> settings = new EnumMap<>(InstanceSetting.class);
  private final List<Site> sites = new ArrayList<>();

  public Snapshots() {
    settings.put(InstanceSetting.SECRET, "00".repeat(32));
    with(website("http://example.org"));
    with(website("http://example.com"));
  }

  public Snapshots with(InstanceSetting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  Snapshots with(NewSite site) {
    sites.add(site(sites.size() + 1, site));
    return this;
  }

  static NewSite website(String url) {
    return NewSite.website("site", url, ZoneId.of("UTC"), NOW);
  }

  SnapshotData data() {
    return new SnapshotData(
        List.copyOf(sites),
        List.of(new SnapshotData.GoalNumber(new SiteId(1), GOAL)),
        new InstanceSettings(settings),
        List.of(
            new Account("root", "", true, NOW, Map.of()),
            new Account(
                "anna",
                "",
                false,
                NOW,
                Map.of(new SiteId(1), Right.WRITE, new SiteId(2), Right.VIEW))),
        List.of(
            token(SUPERUSER, "root", false),
            token(WRITER, "anna", false),
            token(SECURE, "root", true)),
        Map.of(LocalDate.of(2026, 3, 10), new byte[] {7}));
  }

  public Snapshot snapshot() {
    return new Snapshot(data());
  }

  private static ApiToken token(String token, String login, boolean secure) {
    return new ApiToken(ApiToken.hash(token), login, "", secure, NOW, null, null);
  }

  private static Site site(int id, NewSite site) {
    return new Site(
        new SiteId(id),
        site.name(),
        site.urls(),
        site.type(),
        site.group(),
        site.createdAt(),
        ZoneHistory.of(site.zone()),
        site.currency(),
        site.ecommerce(),
        site.siteSearch(),
        site.searchKeywordParameters(),
        site.searchCategoryParameters(),
        site.excludedIps(),
        site.excludedQueryParameters(),
        site.excludedUserAgents(),
        site.excludedReferrers(),
        site.keepFragment(),
        site.excludeUnknownUrls(),
        site.creatorLogin());
  }
}
