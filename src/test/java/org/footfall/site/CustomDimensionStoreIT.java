package org.footfall.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.footfall.site.CustomDimension.Extraction;
import org.footfall.site.CustomDimension.Origin;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.store.Database;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class CustomDimensionStoreIT {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final Database database = TestDatabase.fresh();
  private final LocalChanges changes = new LocalChanges();
  private final CustomDimensionStore dimensions = new CustomDimensionStore(database, changes);
  private final SiteId site =
      new SiteStore(database, Clock.fixed(NOW, ZoneOffset.UTC), changes)
          .add(NewSite.website("s", "https://s.example", ZoneOffset.UTC, NOW));

  @Test
  void idsCountOverBothScopesAndSlotsWithinEach() {
    for (Scope scope : List.of(Scope.VISIT, Scope.ACTION, Scope.ACTION, Scope.VISIT)) {
      dimensions.add(dimension(0, scope, List.of()));
    }
    assertThat(dimensions.of(site)).extracting(CustomDimension::id).containsExactly(1, 2, 3, 4);
    assertThat(dimensions.of(site)).extracting(CustomDimension::slot).containsExactly(1, 1, 2, 2);
  }

  @Test
  void slotsRunOutForEachScope() {
    for (int i = 0; i < CustomDimension.SLOTS; i++) {
      assertThat(dimensions.add(dimension(0, Scope.VISIT, List.of()))).hasValue(i + 1);
    }
    assertThat(dimensions.add(dimension(0, Scope.VISIT, List.of()))).isEmpty();
    assertThat(dimensions.add(dimension(0, Scope.ACTION, List.of())))
        .hasValue(CustomDimension.SLOTS + 1);
  }

  @Test
  void extractionsComeBackInOrder() {
    List<Extraction> extractions =
        List.of(new Extraction(Origin.URL, "/a b/(.*)"), new Extraction(Origin.URLPARAM, "q"));
    int id = dimensions.add(dimension(0, Scope.ACTION, List.of())).orElseThrow();
    dimensions.update(dimension(id, Scope.ACTION, extractions));
    assertThat(dimensions.find(site, id).orElseThrow().extractions()).isEqualTo(extractions);
  }

  private CustomDimension dimension(int id, Scope scope, List<Extraction> extractions) {
    return new CustomDimension(site, id, "n", scope, 0, true, extractions, true);
  }
}
