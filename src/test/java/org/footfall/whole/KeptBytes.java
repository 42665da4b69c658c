package org.footfall.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.footfall.testing.Installation;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogReader;
import org.footfall.visitlog.LogSnapshot;
import org.footfall.visitlog.LogTable;
import redis.clients.jedis.Jedis;

/**
 * All that an installation keeps, for a search: Redis, the files of Footfall and Redis (spool, what
 * was set aside, state, log, append-only file), each column of each table, and the visit log
 * decoded.
 */
final class KeptBytes {
  /** From which and to which entry of a stream, for all. */
  static final byte[] FIRST = {'-'};

  static final byte[] LAST = {'+'};

  private final Installation all;
  private final AddressSearch search;

  KeptBytes(Installation all, AddressSearch search) {
    this.all = all;
    this.search = search;
  }

  void files() throws IOException {
    try (Stream<Path> files = Files.walk(all.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = all.folder().relativize(file).toString();
        search.look("file name " + name, name);
        search.look("file " + name, Files.readAllBytes(file));
      }
    }
  }

  void redis() {
    try (Jedis redis = new Jedis(all.redis.address())) {
      for (byte[] key : redis.keys("*".getBytes(StandardCharsets.US_ASCII))) {
        String name = "Redis key " + new String(key, StandardCharsets.UTF_8);
        search.look(name, key);
        for (byte[] value : values(redis, key)) {
          search.look(name, value);
        }
      }
    }
  }

  private static List<byte[]> values(Jedis redis, byte[] key) {
    List<byte[]> values = new ArrayList<>();
    switch (redis.type(new String(key, StandardCharsets.UTF_8))) {
      case "string" -> values.add(redis.get(key));
      case "list" -> values.addAll(redis.lrange(key, 0, -1));
      case "set" -> values.addAll(redis.smembers(key));
      case "zset" -> values.addAll(redis.zrange(key, 0, -1));
      case "hash" ->
          redis
              .hgetAll(key)
              .forEach(
                  (field, value) -> {
                    values.add(field);
                    values.add(value);
                  });
      case "stream" -> {
        for (Object entry : redis.xrange(key, FIRST, LAST)) {
          collect(entry, values);
        }
      }
      default -> throw new AssertionError("a Redis key of a type nobody looks into");
    }
    return values;
  }

  private static void collect(Object answer, List<byte[]> values) {
    if (answer instanceof byte[] bytes) {
      values.add(bytes);
    } else if (answer instanceof List<?> several) {
      several.forEach(one -> collect(one, values));
    }
  }

  void tables() {
    int unused =
        all.database()
            .read(
                connection -> {
                  List<String> tables = tableNames(connection);
                  for (String table : tables) {
                    rows(connection, table);
                  }
                  return tables.size();
                });
  }

  private static List<String> tableNames(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery("SHOW TABLES")) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    }
    return names;
  }

  private void rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          String place = "table " + table + "." + rows.getMetaData().getColumnName(i);
          byte[] bytes = bytes(rows, i);
          if (bytes != null) {
            search.look(place, bytes);
          }
        }
      }
    }
  }

  private static byte[] bytes(ResultSet rows, int column) throws SQLException {
    switch (rows.getMetaData().getColumnType(column)) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
        return rows.getBytes(column);
      }
      default -> {
        String text = rows.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
      }
    }
  }

  /** The visit log of a site as its readers see it; how many visits it holds. */
  int log(int site) {
    return new LogReader(all.database(), 1 << 20)
        .snapshot(
            snapshot -> {
              int visits = 0;
              Map<LocalDate, Long> days =
                  snapshot.days(site, LocalDate.EPOCH, LocalDate.of(2999, 1, 1));
              for (LocalDate day : days.keySet()) {
                visits += day(snapshot, site, day);
              }
              return visits;
            });
  }

  private int day(LogSnapshot snapshot, int site, LocalDate day) {
    List<Column> ofVisits = stored(Column.Table.VISIT);
    List<Column> ofActions = stored(Column.Table.ACTION);
    LogTable visits = snapshot.visits(site, day, ofVisits);
    columns(visits, ofVisits);
    columns(snapshot.actions(site, day, ofActions), ofActions);
    return visits.rows();
  }

  private static List<Column> stored(Column.Table table) {
    return Columns.of(table).stream()
        .filter(column -> column.coding() != Column.Coding.DERIVED)
        .toList();
  }

  private void columns(LogTable table, List<Column> columns) {
    for (Column column : columns) {
      String place = "log " + column.table() + " " + column.name();
      for (int row = 0; row < table.rows(); row++) {
        switch (column.type()) {
          case NUMBER -> search.look(place, table.number(column).get(row));
          case TEXT -> search.look(place, table.text(column).get(row));
          case BYTES -> search.look(place, table.bytes(column).get(row));
        }
      }
    }
  }
}
