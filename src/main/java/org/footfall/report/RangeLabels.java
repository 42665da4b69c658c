package org.footfall.report;

/** What people read for a range of numbers. */
final class RangeLabels {
  private static final int MINUTE = 60;

  private RangeLabels() {}

  static String of(Dimension dimension, String range) {
    return switch (dimension) {
      case VISIT_DURATION -> duration(range);
      case VISIT_PAGES -> counted(range, "page");
      case VISIT_NUMBER -> counted(range, "visit");
      case DAYS_SINCE_LAST ->
          range.equals(VisitKey.SinceLast.NEW) ? "New visits" : counted(range, "day");
      default -> range;
    };
  }

  private static String counted(String range, String one) {
    return range + " " + (range.equals("1") ? one : one + "s");
  }

  /** From one minute on in minutes. */
  private static String duration(String range) {
    String[] ends = range.replace("+", "").split("-", -1);
    int start = Integer.parseInt(ends[0]);
    if (ends.length == 1) {
      return start / MINUTE + "+ min";
    }
    int end = Integer.parseInt(ends[1]);
    return end <= MINUTE ? start + "–" + end + "s" : start / MINUTE + "-" + end / MINUTE + " min";
  }
}
