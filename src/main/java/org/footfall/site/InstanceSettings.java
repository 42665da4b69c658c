package org.footfall.site;

import java.util.List;
import java.util.Map;

/** The values of all {@link InstanceSetting}s at one moment; the usual value where none is set. */
public record InstanceSettings(Map<InstanceSetting, String> values) {
  public InstanceSettings {
    values = Map.copyOf(values);
  }

  public String text(InstanceSetting setting) {
    return values.getOrDefault(setting, setting.otherwise());
  }

  public List<String> list(InstanceSetting setting) {
    return Lines.split(text(setting));
  }

  public boolean flag(InstanceSetting setting) {
    return text(setting).equals("1");
  }

  /** The number, or the usual one where somebody wrote something else into the table. */
  public int number(InstanceSetting setting) {
    try {
      return Integer.parseInt(text(setting));
    } catch (NumberFormatException e) {
      return Integer.parseInt(setting.otherwise());
    }
  }
}
