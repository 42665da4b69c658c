package org.footfall.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.footfall.time.ZoneHistory;
import org.junit.jupiter.api.Test;

class SiteStoreIT {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private final Database database = TestDatabase.fresh();
  private final LocalChanges changes = new LocalChanges();
  private final SiteStore store =
      new SiteStore(database, Clock.fixed(NOW, ZoneOffset.UTC), changes);

  @Test
  void numbersCountFromOneAndChangesAreTold() {
    AtomicInteger told = new AtomicInteger();
    changes.listen(told::incrementAndGet);
    assertThat(store.add(site("one", UTC))).isEqualTo(new SiteId(1));
    assertThat(store.add(site("two – 🦆", UTC))).isEqualTo(new SiteId(2));
    assertThat(told).hasValue(2);
    assertThat(store.all()).extracting(Site::name).containsExactly("one", "two – 🦆");
    assertThat(store.find(new SiteId(3))).isEmpty();
    assertThat(store.update(new SiteId(3), site("three", UTC))).isFalse();
    assertThat(told).hasValue(2);
  }

  @Test
  void everyValueComesBack() {
    NewSite full =
        new NewSite(
            "n",
            List.of("https://a.example", "http://b.example/x"),
            "mobileapp",
            "g",
            NOW,
            AUCKLAND,
            "EUR",
            true,
            false,
            List.of("q", "s"),
            List.of("c"),
            List.of("10.0.0.0/8", "1.2.*.*"),
            List.of("sid"),
            List.of("/bot\\d+/i", "curl"),
            List.of("bad.example"),
            Site.KeepFragment.YES,
            true,
            "admin");
    SiteId id = store.add(full);
    assertThat(NewSite.of(store.find(id).orElseThrow())).isEqualTo(full);
    assertThat(store.find(id).orElseThrow().zones()).isEqualTo(ZoneHistory.of(AUCKLAND));
  }

  @Test
  void aNewZoneBeginsAtItsNextMidnight() {
    SiteId id = store.add(site("s", UTC));
    store.update(id, site("s", AUCKLAND));
    ZoneHistory zones = store.find(id).orElseThrow().zones();
    assertThat(zones.entries())
        .containsExactly(
            new ZoneHistory.Entry(LocalDate.MIN, UTC),
            new ZoneHistory.Entry(LocalDate.of(2026, 3, 12), AUCKLAND));
    assertThat(zones.dayOf(NOW)).isEqualTo(LocalDate.of(2026, 3, 10));
  }

  @Test
  void aChangeOfZoneThatHasNotBegunIsReplaced() {
    SiteId id = store.add(site("s", UTC));
    store.update(id, site("s", AUCKLAND));
    store.update(id, site("s", ZoneId.of("Europe/Paris")));
    assertThat(store.find(id).orElseThrow().zones().entries())
        .extracting(ZoneHistory.Entry::zone)
        .containsExactly(UTC, ZoneId.of("Europe/Paris"));
    store.update(id, site("s", UTC));
    assertThat(store.find(id).orElseThrow().zones()).isEqualTo(ZoneHistory.of(UTC));
  }

  @Test
  void settingsKeepTheirValuesAndHaveUsualOnes() {
    InstanceStore settings = new InstanceStore(database, changes);
    assertThat(settings.load().number(InstanceSetting.SHARDS)).isEqualTo(16);
    assertThat(settings.load().text(InstanceSetting.SECRET)).matches("[0-9A-F]{64}");
    assertThat(settings.load().list(InstanceSetting.SEARCH_KEYWORD_PARAMETERS)).contains("q", "k");
    settings.save(InstanceSetting.EXCLUDED_IPS, List.of("1.2.3.4", "::1"));
    settings.save(InstanceSetting.DO_NOT_TRACK, true);
    assertThat(settings.load().list(InstanceSetting.EXCLUDED_IPS))
        .containsExactly("1.2.3.4", "::1");
    assertThat(settings.load().flag(InstanceSetting.DO_NOT_TRACK)).isTrue();
  }

  private static NewSite site(String name, ZoneId zone) {
    return NewSite.website(name, "http://example.org", zone, NOW);
  }
}
