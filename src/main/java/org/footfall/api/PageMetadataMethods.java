package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.footfall.account.Right;
import org.footfall.report.Period;
import org.footfall.report.Subject;
import org.footfall.site.Site;

/**
 * {@code API.*} about where people find reports: the pages of a site, what is on them, and what the
 * words on them mean. Every report is one widget on the page of its subject.
 */
final class PageMetadataMethods {
  private final SiteAccess access;
  private final ReportCards cards;

  PageMetadataMethods(SiteAccess access, ReportCards cards) {
    this.access = access;
    this.cards = cards;
  }

  void addTo(ApiMethods methods) {
    methods.add("API.getReportPagesMetadata", this::pages);
    methods.add("API.getWidgetMetadata", this::widgets);
    methods.add("API.getPagesComparisonsDisabledFor", this::withoutComparison);
    methods.add("API.getGlossaryReports", this::reports);
    methods.add("API.getGlossaryMetrics", this::metrics);
  }

  private List<ReportCard> cards(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    return cards.of(Optional.of(site));
  }

  private Answer pages(ApiCall call) throws ApiException {
    Map<Subject, List<Map<String, Object>>> bySubject = new TreeMap<>();
    for (ReportCard card : cards(call)) {
      List<Map<String, Object>> widgets =
          bySubject.computeIfAbsent(card.subject(), subject -> new ArrayList<>());
      widgets.add(widget(card, widgets.size()));
    }
    List<Map<String, Object>> pages = new ArrayList<>();
    bySubject.forEach(
        (subject, widgets) -> {
          Map<String, Object> page = new LinkedHashMap<>();
          page.put("uniqueId", id(subject));
          page.put("category", category(subject));
          page.put("subcategory", subcategory(subject));
          page.put("widgets", widgets);
          pages.add(page);
        });
    return Answer.Table.of(pages);
  }

  private Answer widgets(ApiCall call) throws ApiException {
    List<Map<String, Object>> widgets = new ArrayList<>();
    for (ReportCard card : cards(call)) {
      widgets.add(widget(card, widgets.size()));
    }
    return Answer.Table.of(widgets);
  }

  /** Periods and segments cannot be compared on any page yet. */
  private Answer withoutComparison(ApiCall call) throws ApiException {
    call.requireAnyView();
    return new Answer.Values(
        cards.of(Optional.empty()).stream().map(card -> id(card.subject())).distinct().toList());
  }

  private Answer reports(ApiCall call) throws ApiException {
    Map<String, Map<String, Object>> byName = new TreeMap<>();
    for (ReportCard card : cards(call)) {
      byName.put(card.name(), entry(card.name(), card.uniqueId(), ReportNotes.of(card)));
    }
    return Answer.Table.of(List.copyOf(byName.values()));
  }

  private Answer metrics(ApiCall call) throws ApiException {
    Map<String, Map<String, Object>> byName = new TreeMap<>();
    for (ReportCard card : cards(call)) {
      for (CardColumn column : card.measured(Period.Kind.DAY)) {
        String note = ReportNotes.of(column, card.ties().pages());
        if (!note.isEmpty()) {
          byName.putIfAbsent(column.title(), entry(column.title(), column.name(), note));
        }
      }
    }
    return Answer.Table.of(List.copyOf(byName.values()));
  }

  private static Map<String, Object> entry(String name, String id, String note) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("id", id);
    entry.put("documentation", note);
    return entry;
  }

  private static Map<String, Object> widget(ReportCard card, int order) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("module", card.module());
    parameters.put("action", card.action());
    parameters.putAll(card.parameters());
    StringBuilder id = new StringBuilder("widget").append(card.module()).append(card.action());
    card.parameters().forEach((name, value) -> id.append(name).append(value));
    Map<String, Object> widget = new LinkedHashMap<>();
    widget.put("name", card.name());
    widget.put("category", category(card.subject()));
    widget.put("subcategory", subcategory(card.subject()));
    widget.put("module", card.module());
    widget.put("action", card.action());
    widget.put("order", order + 1);
    widget.put("parameters", parameters);
    widget.put("uniqueId", id.toString());
    widget.put("isWide", false);
    widget.put("viewDataTable", card.ofTotals() ? "sparklines" : "table");
    widget.put("isReport", true);
    return widget;
  }

  private static String id(Subject subject) {
    String page = subject.page().isEmpty() ? "Overview" : subject.page();
    return subject.category() + "." + page;
  }

  private static Map<String, Object> category(Subject subject) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("id", subject.category());
    category.put("name", subject.category());
    category.put("order", order(subject));
    return category;
  }

  private static Map<String, Object> subcategory(Subject subject) {
    String page = subject.page().isEmpty() ? "Overview" : subject.page();
    Map<String, Object> subcategory = new LinkedHashMap<>();
    subcategory.put("id", page);
    subcategory.put("name", page);
    subcategory.put("order", order(subject));
    return subcategory;
  }

  private static int order(Subject subject) {
    return List.of(Subject.values()).indexOf(subject) + 1;
  }
}
