package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportSumTest {
  @Test
  void addsColumnsAndKeepsTheLeastAndTheGreatest() {
    Map<String, Object> sums =
        ReportSum.of(
            table(
                List.of(
                    line(
                        "label", "a", "nb_visits", 2L, "sum_daily_nb_users", 1L, "max_actions", 3L),
                    line(
                        "label",
                        "b",
                        "nb_visits",
                        1L,
                        "min_time",
                        new BigDecimal("0.5"),
                        "nb_actions",
                        4L),
                    line("nb_visits", 0, "max_actions", 2L, "min_time", new BigDecimal("0.25")))),
            true);
    assertThat(sums)
        .hasToString(
            "{nb_visits=3, max_actions=3, sum_daily_nb_users=1, min_time=0.25, nb_actions=4,"
                + " nb_actions_per_visit=1.3}");
  }

  @Test
  void addsGoalByGoalAndLeavesOutWhatIsWorkedOut() {
    Map<String, Object> sums =
        ReportSum.of(
            table(
                List.of(
                    line("bounce_rate", 1L, "goals", line("idgoal=1", line("revenue", 5L))),
                    line(
                        "goals",
                        line(
                            "idgoal=1",
                            line("revenue", new BigDecimal("2.5")),
                            "idgoal=2",
                            line("revenue", 1L))))),
            false);
    assertThat(sums).hasToString("{goals={idgoal=1={revenue=7.5}, idgoal=2={revenue=1}}}");
  }

  @Test
  void isNothingOfNoRows() {
    assertThat(ReportSum.of(Answer.Table.EMPTY, true)).isEmpty();
    assertThat(ReportSum.of(new Answer.One(Map.of("nb_visits", 3L)), true)).isEmpty();
  }

  private static Answer table(List<Map<String, Object>> lines) {
    return Answer.Table.of(lines);
  }

  private static Map<String, Object> line(Object... namesAndValues) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      line.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return line;
  }
}
