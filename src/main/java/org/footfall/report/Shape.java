package org.footfall.report;

/** How the groups of a source become the rows of a report. */
interface Shape {
  DataTable rows(Groups groups);
}
