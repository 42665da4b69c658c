package org.footfall.report;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One row of how visitors came: visits by channel, and how many names each channel has. */
final class ReferrerTotals implements Shape {
  static final MetricLayout LAYOUT =
      new MetricLayout(
          List.of(
              Metric.SEARCH_ENGINE_VISITS,
              Metric.SOCIAL_NETWORK_VISITS,
              Metric.DIRECT_VISITS,
              Metric.WEBSITE_VISITS,
              Metric.CAMPAIGN_VISITS,
              Metric.SEARCH_ENGINES,
              Metric.SOCIAL_NETWORKS,
              Metric.KEYWORDS,
              Metric.WEBSITES,
              Metric.WEBSITE_PAGES,
              Metric.CAMPAIGNS,
              Metric.AI_ASSISTANT_VISITS,
              Metric.AI_ASSISTANTS,
              Metric.VISITS));

  @Override
  public DataTable rows(Groups groups) {
    if (groups.size() == 0) {
      return DataTable.EMPTY;
    }
    Map<Metric, Set<String>> names = new EnumMap<>(Metric.class);
    long[] values = new long[LAYOUT.size()];
    for (int i = 0; i < groups.size(); i++) {
      List<String> key = groups.key(i);
      long visits = groups.values(i)[groups.layout().place(Metric.VISITS)];
      values[LAYOUT.place(Metric.VISITS)] += visits;
      ReferrerType type = ReferrerType.of(key.get(ReferrerKey.TYPE)).orElse(null);
      if (type == null) {
        continue;
      }
      values[LAYOUT.place(type.visits())] += visits;
      String name = key.get(ReferrerKey.NAME);
      switch (type) {
        case DIRECT -> {
          // Nobody to count.
        }
        case SEARCH -> {
          note(names, Metric.SEARCH_ENGINES, name);
          note(names, Metric.KEYWORDS, key.get(ReferrerKey.KEYWORD));
        }
        case WEBSITE -> {
          note(names, Metric.WEBSITES, name);
          note(names, Metric.WEBSITE_PAGES, key.get(ReferrerKey.ADDRESS));
        }
        case CAMPAIGN -> note(names, Metric.CAMPAIGNS, name);
        case SOCIAL -> note(names, Metric.SOCIAL_NETWORKS, name);
        case AI_ASSISTANT -> note(names, Metric.AI_ASSISTANTS, name);
      }
    }
    names.forEach((metric, each) -> values[LAYOUT.place(metric)] = each.size());
    return new DataTable(List.of(new Row("", "", "", Dimension.NONE, LAYOUT, values, null, false)));
  }

  private static void note(Map<Metric, Set<String>> names, Metric metric, String name) {
    names.computeIfAbsent(metric, key -> new HashSet<>()).add(name);
  }
}
