package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageColumnsTest {
  private static final long PAGE_VIEW = 1;
  private static final long OUTLINK = 2;
  private static final long DOWNLOAD = 3;
  private static final long SEARCH = 8;

  @Test
  void countsLinksThatLeadNowhereAsUnknownPages() {
    assertThat(PageColumns.URL.counts(OUTLINK, false)).isTrue();
    assertThat(PageColumns.URL.counts(DOWNLOAD, false)).isTrue();
    assertThat(PageColumns.URL.counts(OUTLINK, true)).isFalse();
    assertThat(PageColumns.TITLE.counts(OUTLINK, false)).isFalse();
    assertThat(PageColumns.SEARCH.counts(DOWNLOAD, false)).isFalse();
  }

  @Test
  void countsItsOwnKindWithAndWithoutNames() {
    assertThat(PageColumns.URL.counts(PAGE_VIEW, false)).isTrue();
    assertThat(PageColumns.TITLE.counts(PAGE_VIEW, true)).isTrue();
    assertThat(PageColumns.SEARCH.counts(SEARCH, true)).isTrue();
    assertThat(PageColumns.SEARCH.counts(PAGE_VIEW, true)).isFalse();
  }
}
