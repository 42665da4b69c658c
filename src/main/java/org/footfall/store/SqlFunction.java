package org.footfall.store;

import java.sql.SQLException;

/** Work on a connection or a row that may fail as the database does. */
@FunctionalInterface
public interface SqlFunction<A, T> {
  T apply(A argument) throws SQLException;
}
