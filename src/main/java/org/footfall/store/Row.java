package org.footfall.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The row a {@link Query} stands at; columns by name. Times are stored as UTC {@code DATETIME}. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** The text, or null. */
  public String text(String column) throws SQLException {
    return results.getString(column);
  }

  /** The number, 0 for null. */
  public int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  /** The number, 0 for null. */
  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  /** The number, 0 for null. */
  public double decimal(String column) throws SQLException {
    return results.getDouble(column);
  }

  /** Whether it is not 0; false for null. */
  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  /** The bytes, or null. */
  public byte[] bytes(String column) throws SQLException {
    return results.getBytes(column);
  }

  /** The instant, or null. */
  public Instant instant(String column) throws SQLException {
    LocalDateTime value = results.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }

  /** The day, or null. */
  public LocalDate date(String column) throws SQLException {
    return results.getObject(column, LocalDate.class);
  }
}
