package org.footfall.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.footfall.visitlog.BytesColumn;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;
import org.junit.jupiter.api.Test;

class TimeSpentTest {
  private static final int PAGE = ActionCode.PAGE_VIEW;
  private static final int EVENT = ActionCode.EVENT;

  private final List<LoggedRow> actions = new ArrayList<>();

  @Test
  void aPageIsOpenUntilTheNextOne() {
    add(PAGE, 0, 0, "a");
    add(PAGE, 60, 60, "b");
    add(PAGE, 100, 40, "c");
    assertThat(seconds(100, 101)).containsExactly(60, 40, 0);
  }

  @Test
  void whatHappensOnAPageCountsToIt() {
    add(PAGE, 0, 0, "a");
    add(EVENT, 20, 20, "a");
    add(ActionCode.SEARCH, 50, 30, "");
    add(PAGE, 60, 10, "b");
    assertThat(seconds(60, 61)).containsExactly(60, 0, 0, 0);
  }

  @Test
  void theLastPageIsOpenToTheEndIfTheVisitWentOn() {
    add(PAGE, 0, 0, "a");
    add(PAGE, 60, 60, "b");
    add(EVENT, 90, 30, "b");
    assertThat(seconds(90, 91)).containsExactly(60, 31, 0);
  }

  @Test
  void aConversionEndsNoPage() {
    add(PAGE, 0, 0, "a");
    add(ActionCode.CONVERSION, 30, 999, "a");
    add(ActionCode.LATE_TIMINGS, 31, 999, "a");
    add(PAGE, 60, 60, "b");
    assertThat(seconds(60, 61)).containsExactly(60, 0, 0, 0);
  }

  @Test
  void aPageWithoutAddressAndTitleIsNone() {
    add(PAGE, 0, 0, "a");
    add(PAGE, 10, 10, "");
    add(PAGE, 30, 20, "b");
    assertThat(seconds(30, 31)).containsExactly(30, 0, 0);
    assertThat(TimeSpent.isPage(actions.get(1))).isFalse();
  }

  @Test
  void aVisitWithoutPagesHasNoTimes() {
    add(EVENT, 0, 0, "a");
    assertThat(seconds(50, 51)).containsExactly(0);
    actions.clear();
    assertThat(seconds(50, 51)).isEmpty();
  }

  private long[] seconds(long end, long total) {
    LoggedRow visit =
        row(
            Map.of(
                Columns.FIRST_ACTION_TIME,
                0L,
                Columns.LAST_ACTION_TIME,
                end,
                Columns.TOTAL_SECONDS,
                total));
    return TimeSpent.of(visit, actions);
  }

  private void add(int kind, long time, long before, String url) {
    actions.add(
        row(
            Map.of(
                Columns.KIND,
                (long) kind,
                Columns.TIME,
                time,
                Columns.SECONDS_BEFORE,
                before,
                Columns.URL,
                url,
                Columns.TITLE,
                "")));
  }

  private static LoggedRow row(Map<Column, Object> values) {
    return new LoggedRow(new OneRow(values), 0);
  }

  private record OneRow(Map<Column, Object> values) implements LogTable {
    @Override
    public int rows() {
      return 1;
    }

    @Override
    public NumberColumn number(Column column) {
      return row -> (Long) values.get(column);
    }

    @Override
    public TextColumn text(Column column) {
      return new TextColumn() {
        @Override
        public String get(int row) {
          return (String) values.get(column);
        }

        @Override
        public int code(int row) {
          return 0;
        }

        @Override
        public int codes() {
          return 1;
        }

        @Override
        public String value(int code) {
          return get(0);
        }
      };
    }

    @Override
    public BytesColumn bytes(Column column) {
      throw new UnsupportedOperationException("no time is told by bytes");
    }
  }
}
