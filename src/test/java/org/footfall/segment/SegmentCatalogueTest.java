package org.footfall.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.Columns;
import org.junit.jupiter.api.Test;

class SegmentCatalogueTest {
  @Test
  void everyColumnWithASegmentIsSelectedBy() {
    for (Column column : Columns.ALL) {
      if (!column.segment().isEmpty()) {
        assertThat(SegmentCatalogue.find(column.segment()))
            .as(column.segment())
            .hasValueSatisfying(dimension -> assertThat(dimension.columns()).contains(column));
      }
    }
  }

  @Test
  void readsOneTableEach() {
    for (SegmentDimension dimension : SegmentCatalogue.all()) {
      Table table = dimension.ofActions() ? Table.ACTION : Table.VISIT;
      assertThat(dimension.columns())
          .as(dimension.name())
          .isNotEmpty()
          .allMatch(column -> column.table() == table);
    }
  }

  @Test
  void namesAndTitlesAreUnique() {
    List<SegmentDimension> all = SegmentCatalogue.all();
    assertThat(all).extracting(SegmentDimension::name).doesNotHaveDuplicates();
    assertThat(all).extracting(SegmentDimension::title).doesNotHaveDuplicates();
    assertThat(all)
        .hasSize(
            VisitDimensions.ALL.size()
                + TimeDimensions.ALL.size()
                + PlaceDimensions.ALL.size()
                + DeviceDimensions.of(DeviceNames.NONE).size()
                + CustomDimensions.ALL.size()
                + ActionDimensions.ALL.size()
                + ShopDimensions.ALL.size());
  }

  @Test
  void whatNamesAPersonIsPersonal() {
    assertThat(SegmentCatalogue.all())
        .filteredOn(SegmentDimension::personal)
        .extracting(SegmentDimension::name)
        .filteredOn(name -> !name.startsWith("customVariable"))
        .containsExactlyInAnyOrder("visitIp", "visitorId", "userId", "fingerprint", "orderId");
  }

  @Test
  void everyCountryHasAContinentAndAName() {
    for (String country : Locale.getISOCountries()) {
      String code = country.toLowerCase(Locale.ROOT);
      assertThat(Countries.continent(code)).as(code).isNotEqualTo("unk");
      assertThat(Countries.name(code)).as(code).isNotBlank().isNotEqualTo(country);
    }
    assertThat(Countries.continent("")).isEqualTo("unk");
    assertThat(Countries.name("a1")).isEqualTo("A1");
  }
}
