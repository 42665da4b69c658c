package org.footfall.visitlog;

/**
 * What the log holds of one level: 0 as it came in, higher ones merged.
 *
 * @param bytes compressed
 */
public record LogLevel(int level, long segments, long rows, long bytes) {
  LogLevel plus(long moreRows, long moreBytes) {
    return new LogLevel(level, segments + 1, rows + moreRows, bytes + moreBytes);
  }
}
