package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.footfall.report.ReportCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "Actions.getPageUrls, true, true",
    "Actions.getPageUrlsFollowingSiteSearch, true, true",
    "Actions.getPageTitlesFollowingSiteSearch, true, true",
    "Referrers.getWebsites, true, false",
    "Actions.getDownloads, false, false",
    "VisitsSummary.get, false, false"
  })
  void reportsTellGoalsOfVisitsOrOfPages(String report, boolean shown, boolean pages) {
    GoalColumns columns =
        GoalColumns.of(
            ReportCatalogue.find(report).orElseThrow(), new TreeMap<>(), NumberStyle.PERCENTAGES);
    assertThat(columns.shown()).isEqualTo(shown);
    assertThat(columns.pages()).isEqualTo(pages);
  }
}
