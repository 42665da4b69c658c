package org.footfall.report;

import java.util.Optional;

/** How the groups of a source become the rows of a report. */
interface Shape {
  DataTable rows(Groups groups);

  /** The same, where how rows are called depends on the server. */
  default DataTable rows(Groups groups, Presentation presentation) {
    return rows(groups);
  }

  /** All last rows as one list, where there is a quicker way than through the tree. */
  default Optional<DataTable> flat(Groups groups) {
    return Optional.empty();
  }

  /** What the rows below rows are, where there is one answer. */
  default Dimension belowDimension() {
    return Dimension.NONE;
  }

  /** Whether rows may have others below them. */
  default boolean hasBelow() {
    return false;
  }
}
