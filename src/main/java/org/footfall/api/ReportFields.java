package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.report.Dimension;
import org.footfall.report.Metric;
import org.footfall.report.Period;
import org.footfall.report.Ratio;
import org.footfall.report.Report;

/** A report as clients read about it, all from its declaration. */
record ReportFields(Report report) {
  private static final List<Metric> COUNTS =
      List.of(Metric.UNIQUE_VISITORS, Metric.VISITS, Metric.ACTIONS, Metric.USERS);
  private static final List<Ratio> USUAL =
      List.of(
          Ratio.ACTIONS_PER_VISIT,
          Ratio.SECONDS_PER_VISIT,
          Ratio.BOUNCE_RATE,
          Ratio.CONVERSION_RATE);

  /** {@code Actions_getPageUrls}. */
  String uniqueId() {
    return report.module() + "_" + report.action();
  }

  /** All of it. */
  Map<String, Object> all(Period.Kind kind) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("category", category());
    fields.put("subcategory", subcategory());
    fields.put("name", report.title());
    fields.put("module", report.module());
    fields.put("action", report.action());
    if (report.dimension() != Dimension.NONE) {
      fields.put("dimension", report.dimension().title());
    }
    Map<String, Object> metrics = new LinkedHashMap<>();
    Map<String, Object> types = new LinkedHashMap<>();
    for (Metric metric : metrics(kind)) {
      String name = MatomoNames.of(metric);
      metrics.put(name, ColumnTitles.of(report, name));
      types.put(name, "number");
    }
    Map<String, Object> processed = new LinkedHashMap<>();
    for (Ratio ratio : ratios()) {
      String name = MatomoNames.of(ratio);
      processed.put(name, ColumnTitles.of(report, name));
      types.put(name, type(ratio.unit()));
    }
    fields.put("metrics", metrics);
    if (!processed.isEmpty()) {
      fields.put("processedMetrics", processed);
    }
    fields.put("metricTypes", types);
    if (report.hasSubtables()) {
      fields.put("actionToLoadSubTables", report.belowAction());
    }
    if (report.hasConstantRows()) {
      fields.put("constantRowsCount", true);
    }
    fields.put("uniqueId", uniqueId());
    return fields;
  }

  /** The columns that are shown first, with their titles. */
  Map<String, Object> columns(Period.Kind kind) {
    Map<String, Object> columns = new LinkedHashMap<>();
    if (report.dimension() != Dimension.NONE) {
      columns.put("label", report.dimension().title());
    }
    List<String> names = new ArrayList<>();
    metrics(kind).forEach(metric -> names.add(MatomoNames.of(metric)));
    ratios().forEach(ratio -> names.add(MatomoNames.of(ratio)));
    names.forEach(name -> columns.put(name, ColumnTitles.of(report, name)));
    return columns;
  }

  private List<Metric> metrics(Period.Kind kind) {
    if (report.ofPages()) {
      Metric needed = report.needed().orElse(Metric.HITS);
      return switch (needed) {
        case ENTRY_VISITS -> List.of(Metric.ENTRY_VISITS, Metric.ENTRY_BOUNCES);
        case EXIT_VISITS -> List.of(Metric.EXIT_VISITS, Metric.VISITS);
        default -> List.of(Metric.HITS, Metric.VISITS);
      };
    }
    if (report.ofTotals()) {
      return report.metrics().stream().filter(metric -> known(metric, kind)).toList();
    }
    if (!report.ofVisits()) {
      return report.shown();
    }
    boolean unique = kind == Period.Kind.DAY || report.sumsUniques();
    if (hasOwnColumns()) {
      return report.metrics().stream()
          .filter(metric -> unique || metric.join() != Metric.Join.UNIQUE)
          .toList();
    }
    return COUNTS.stream().filter(metric -> unique || metric.join() != Metric.Join.UNIQUE).toList();
  }

  private static boolean known(Metric metric, Period.Kind kind) {
    return metric.join() != Metric.Join.UNIQUE
        || (kind != Period.Kind.YEAR && kind != Period.Kind.RANGE);
  }

  private List<Ratio> ratios() {
    if (report.ofPages()) {
      Metric needed = report.needed().orElse(Metric.HITS);
      return switch (needed) {
        case ENTRY_VISITS -> List.of(Ratio.ENTRY_BOUNCE_RATE);
        case EXIT_VISITS -> List.of(Ratio.EXIT_RATE);
        default -> report.shownRatios();
      };
    }
    return report.ofTotals() || hasOwnColumns() || !report.ofVisits()
        ? report.shownRatios()
        : USUAL;
  }

  /** Whether it does not count visits. */
  private boolean hasOwnColumns() {
    return report.ofGoals() || report.ofItems();
  }

  private static String type(Ratio.Unit unit) {
    return switch (unit) {
      case SHARE, FINE_SHARE -> "percent";
      case NUMBER, AMOUNT -> "number";
      case SECONDS, CENTISECONDS, MILLISECONDS -> "duration_s";
      case MONEY -> "money";
    };
  }

  private String category() {
    return switch (report.module()) {
      case "Actions", "PagePerformance", "Events", "Contents", "VisitorInterest" -> "Actions";
      case "Referrers", "MarketingCampaignsReporting" -> "Referrers";
      case "Goals" -> report.ofItems() ? "Ecommerce" : "Goals";
      default -> "Visitors";
    };
  }

  private String subcategory() {
    return switch (report.id()) {
      case "Actions.getPageUrls" -> "Pages";
      case "Actions.getEntryPageUrls", "Actions.getEntryPageTitles" -> "Entry pages";
      case "Actions.getExitPageUrls", "Actions.getExitPageTitles" -> "Exit pages";
      case "Actions.getPageTitles" -> "Page titles";
      case "Referrers.getReferrerType", "Referrers.getAll" -> "All Channels";
      case "Referrers.getWebsites" -> "Websites";
      case "Goals.getItemsSku", "Goals.getItemsName", "Goals.getItemsCategory" -> "Products";
      case "Actions.getDownloads" -> "Downloads";
      case "Actions.getOutlinks" -> "Outlinks";
      case "Referrers.getKeywords", "Referrers.getSearchEngines" -> "Search Engines & Keywords";
      case "Referrers.getSocials" -> "Social Networks";
      case "Referrers.getCampaigns" -> "Campaigns";
      case "Referrers.getAIAssistants" -> "AI Assistants";
      case "DevicesDetection.getType",
          "DevicesDetection.getBrand",
          "DevicesDetection.getModel",
          "Resolution.getResolution" ->
          "Devices";
      default -> subcategoryOfModule();
    };
  }

  private String subcategoryOfModule() {
    if (report.action().contains("SiteSearch")) {
      return "Site search";
    }
    return switch (report.module()) {
      case "VisitTime" -> "Times";
      case "Events" -> "Events";
      case "Contents" -> "Contents";
      case "PagePerformance" -> "Performance";
      case "UserCountry", "UserLanguage", "Provider" -> "Locations";
      case "MarketingCampaignsReporting" -> "Campaigns";
      case "DevicesDetection", "DevicePlugins", "Resolution" -> "Software";
      case "UserId" -> "User IDs";
      case "VisitorInterest" -> "Engagement";
      default -> "Overview";
    };
  }
}
