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

  /** All names that clients of a Matomo may use, but for those of a site's own dimensions. */
  @Test
  void hasEveryNameThatClientsKnow() {
    assertThat(SegmentCatalogue.all())
        .extracting(SegmentDimension::name)
        .contains(
            """
            actions daysSinceFirstVisit daysSinceLastEcommerceOrder daysSinceLastVisit events
            visitLocalMinute interactions searches visitCount secondsSinceFirstVisit
            secondsSinceLastEcommerceOrder secondsSinceLastVisit visitDuration visitIp browserName
            browserCode browserEngine browserVersion deviceBrand deviceModel deviceType fingerprint
            visitLocalHour operatingSystemName operatingSystemCode operatingSystemVersion profilable
            resolution visitStartServerHour visitServerHour visitEndServerDate
            visitEndServerDayOfMonth visitEndServerDayOfWeek visitEndServerDayOfYear
            visitStartServerMinute visitEndServerMinute visitEndServerMonth visitEndServerQuarter
            visitEndServerSecond visitEndServerWeekOfYear visitEndServerYear userId
            visitEcommerceStatus visitId visitConvertedGoalId visitConvertedGoalName visitConverted
            visitorType visitorId city continentCode countryName countryCode languageCode latitude
            longitude regionCode customVariableName customVariableName1 customVariableName2
            customVariableName3 customVariableName4 customVariableName5 customVariablePageName
            customVariablePageName1 customVariablePageName2 customVariablePageName3
            customVariablePageName4 customVariablePageName5 customVariablePageValue
            customVariablePageValue1 customVariablePageValue2 customVariablePageValue3
            customVariablePageValue4 customVariablePageValue5 customVariableValue
            customVariableValue1 customVariableValue2 customVariableValue3 customVariableValue4
            customVariableValue5 bandwidth actionType actionUrl siteSearchCategory outlinkUrl
            contentInteraction contentName contentPiece contentTarget downloadUrl entryPageUrl
            entryPageTitle exitPageTitle exitPageUrl siteSearchKeyword siteSearchCount pageTitle
            pageUrl actionServerHour actionServerMinute eventValue eventAction eventCategory
            eventName eventUrl referrerType referrerKeyword referrerName referrerUrl orderId
            revenueOrder productPrice revenueAbandonedCart productViewPrice productCategory
            productName productSku productViewCategory productViewName productViewSku campaignName
            campaignSource campaignMedium campaignKeyword campaignContent campaignId campaignGroup
            campaignPlacement
            """
                .strip()
                .split("\\s+"));
  }

  @Test
  void unionsAreOfWhatThereIs() {
    for (SegmentDimension dimension : SegmentCatalogue.all()) {
      for (String part : dimension.parts()) {
        assertThat(SegmentCatalogue.find(part))
            .as(dimension + " of " + part)
            .hasValueSatisfying(one -> assertThat(dimension.columns()).containsAll(one.columns()));
      }
    }
    assertThat(SegmentCatalogue.find("actionUrl").orElseThrow().parts()).hasSize(4);
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
