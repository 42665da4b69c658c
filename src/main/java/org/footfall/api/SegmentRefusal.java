package org.footfall.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.visitlog.Columns;

/**
 * Why a question with a segment is not answered. Leaving the segment out would give numbers that
 * look right and are not.
 */
final class SegmentRefusal {
  private static final Pattern CONDITION =
      Pattern.compile("([A-Za-z0-9_.]+)(==|!=|<=|>=|=@|!@|=\\^|=\\$|<|>)(.*)", Pattern.DOTALL);
  private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)[;,]");

  private SegmentRefusal() {}

  static ApiException of(String segment) {
    for (String condition : BETWEEN.split(segment)) {
      Matcher matcher = CONDITION.matcher(condition);
      if (!matcher.matches()) {
        return ApiException.of("The segment condition '" + condition + "' is not valid.");
      }
      String name = matcher.group(1);
      if (Columns.ALL.stream().noneMatch(column -> column.segment().equals(name))) {
        return ApiException.of("Segment '" + name + "' is not a supported segment.");
      }
    }
    return ApiException.of(400, "This server cannot select visits by a segment yet.");
  }
}
