package org.footfall.site;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.store.Sql;

/** The table {@code instance_setting}. */
public final class InstanceStore {
  private final Database database;
  private final LocalChanges changes;
  private final Sql sql = Sql.of(InstanceStore.class);

  public InstanceStore(Database database, LocalChanges changes) {
    this.database = database;
    this.changes = changes;
  }

  public InstanceSettings load() {
    return database.read(this::load);
  }

  /** The settings, read on a connection whose snapshot is the caller's. */
  public InstanceSettings load(Connection connection) throws SQLException {
    Map<String, InstanceSetting> byRow = new HashMap<>();
    for (InstanceSetting setting : InstanceSetting.values()) {
      byRow.put(setting.row(), setting);
    }
    Map<InstanceSetting, String> values = new EnumMap<>(InstanceSetting.class);
    Query.of(connection, sql.get("all"))
        .each(
            row -> {
              InstanceSetting setting = byRow.get(row.text("name"));
              return setting == null ? null : values.put(setting, row.text("value"));
            });
    return new InstanceSettings(values);
  }

  /** Sets several values at once. */
  public void save(Map<InstanceSetting, String> values) {
    Integer unused =
        database.write(
            connection -> {
              for (Map.Entry<InstanceSetting, String> entry : values.entrySet()) {
                Query.of(connection, sql.get("save"))
                    .bind(entry.getKey().row(), entry.getValue())
                    .update();
              }
              return values.size();
            });
    changes.changed();
  }

  public void save(InstanceSetting setting, String value) {
    save(Map.of(setting, value));
  }

  public void save(InstanceSetting setting, List<String> values) {
    save(setting, Lines.join(values));
  }

  public void save(InstanceSetting setting, boolean value) {
    save(setting, value ? "1" : "0");
  }
}
