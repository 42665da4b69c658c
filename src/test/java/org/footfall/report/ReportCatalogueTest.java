package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every declaration says, so that people and clients can be told of the report. */
class ReportCatalogueTest {
  static List<Report> all() {
    return ReportCatalogue.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhereItIsFoundAndWhatComesNext(Report report) {
    assertThat(report.subject()).isNotEqualTo(Subject.OTHER);
    assertThat(report.title()).isNotBlank();
    assertThat(report.shown().size() + report.shownRatios().size()).isPositive();
    assertThat(report.related())
        .allMatch(action -> ReportCatalogue.find(report.module() + "." + action).isPresent())
        .doesNotContain(report.action());
    assertThat(report.ofTotals()).isEqualTo(report.dimension() == Dimension.NONE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysWhatIsBelowWhereThatHasAMethodOfItsOwn(Report report) {
    Stream.concat(Stream.of(report), report.others().values().stream())
        .filter(each -> !each.belowAction().equals(each.action()))
        .forEach(each -> assertThat(each.belowDimension()).isNotEqualTo(Dimension.NONE));
  }
}
