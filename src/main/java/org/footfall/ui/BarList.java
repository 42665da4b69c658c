package org.footfall.ui;

import java.util.List;

/**
 * A ranking drawn as bars behind labels.
 *
 * @param footer what the list leaves out, in words
 */
record BarList(
    String title, String of, String counted, List<Bar> bars, String empty, String footer) {
  private static final int TAIL = 18;
  private static final int CUT_TAIL = 14;
  private static final int SHORT = 30;

  /**
   * One row.
   *
   * @param tail the end of a long label, which stays readable when its middle is cut
   */
  record Bar(String width, String whole, String start, String tail, String count, String share) {}

  static BarList of(
      String title, String of, String counted, String empty, DashboardData.Ranking ranking) {
    long most = ranking.items().stream().mapToLong(DashboardData.Item::value).max().orElse(0);
    List<Bar> bars = ranking.items().stream().map(item -> bar(item, most, ranking)).toList();
    int shown = bars.size();
    String footer =
        ranking.rows() > shown
            ? "The first " + shown + " of " + Figures.count(ranking.rows()) + "."
            : "";
    return new BarList(title, of, counted, bars, empty, footer);
  }

  private static Bar bar(DashboardData.Item item, long most, DashboardData.Ranking ranking) {
    String label = Labels.readable(item.label());
    int cut = cut(label);
    return new Bar(
        Figures.position(most == 0 ? 0 : Math.max(1, 100.0 * item.value() / most)),
        label,
        label.substring(0, cut),
        label.substring(cut),
        Figures.count(item.value()),
        Figures.share((double) item.value(), (double) ranking.total()));
  }

  /** Where the readable tail of a label begins: at the last part of an address if that is short. */
  private static int cut(String label) {
    if (label.length() <= SHORT) {
      return label.length();
    }
    int mark = Math.max(label.lastIndexOf('/'), label.lastIndexOf('?'));
    mark = Math.max(mark, label.lastIndexOf('&'));
    if (mark > 0 && label.length() - mark <= TAIL) {
      return mark;
    }
    int cut = label.length() - CUT_TAIL;
    return Character.isLowSurrogate(label.charAt(cut)) ? cut - 1 : cut;
  }
}
