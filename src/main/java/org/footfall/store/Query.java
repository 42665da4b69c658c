package org.footfall.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One statement with its values, bound in the order of its question marks. Values are texts,
 * numbers, booleans, byte arrays, {@link Instant} (stored as UTC, to the microsecond), {@link
 * LocalDate}, enums (stored as their name) or null.
 */
public final class Query {
  /** Rows of one message when many are inserted. */
  private static final int BATCH = 1_000;

  private static final int FETCH = 1_000;

  private final Connection connection;
  private final String sql;
  private List<Object> values = List.of();

  private Query(Connection connection, String sql) {
    this.connection = connection;
    this.sql = sql;
  }

  public static Query of(Connection connection, String sql) {
    return new Query(connection, sql);
  }

  /** Values of the question marks, in order. */
  @CanIgnoreReturnValue
  public Query bind(Object... bound) {
    values = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(bound)));
    return this;
  }

  /** All rows, in order. */
  public <T> List<T> list(SqlFunction<Row, T> map) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(row -> rows.add(map.apply(row)));
    return rows;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(SqlFunction<Row, T> map) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setMaxRows(1);
      bindAll(statement, values);
      try (ResultSet results = statement.executeQuery()) {
        return results.next() ? Optional.ofNullable(map.apply(new Row(results))) : Optional.empty();
      }
    }
  }

  /** Every row in turn, without holding them all in memory. The result of the work is not used. */
  public void each(SqlFunction<Row, ?> work) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      bindAll(statement, values);
      try (ResultSet results = statement.executeQuery()) {
        Row row = new Row(results);
        while (results.next()) {
          Object unused = work.apply(row);
        }
      }
    }
  }

  /** Changes rows; how many. */
  @CanIgnoreReturnValue
  public int update() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindAll(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Inserts one row; the number the database gave it. */
  public long insert() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bindAll(statement, values);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        if (!keys.next()) {
          throw new SQLException("the statement generated no key: " + sql);
        }
        return keys.getLong(1);
      }
    }
  }

  /** Runs the statement once an item, many in one message. Items change nothing of each other. */
  public <T> void updateAll(Iterable<T> items, Function<T, List<?>> bind) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T item : items) {
        bindAll(statement, bind.apply(item));
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }

  private static void bindAll(PreparedStatement statement, List<?> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, stored(values.get(i)));
    }
  }

  private static Object stored(Object value) {
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
