package org.footfall.visitlog;

import java.util.Collection;

/**
 * Rows of one site and day, or of some of its visitors. All parts of a day together are the day,
 * and no visitor is in two of them, so that what is counted in the parts, unique visitors too, adds
 * up to the day. Good only inside {@link LogReader#snapshot}.
 */
public interface LogPart {
  /** The visits by visit id, each as its latest row says. */
  LogTable visits(Collection<Column> columns);

  /** The actions grouped by visit id, within a visit by position. */
  LogTable actions(Collection<Column> columns);
}
