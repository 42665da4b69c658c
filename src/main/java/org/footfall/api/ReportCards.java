package org.footfall.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footfall.report.Dimension;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;
import org.footfall.report.Subject;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;

/**
 * All reports that clients can read about: those of the catalogue, made of their declarations,
 * those of a site's own goals and dimensions, and those that are put together of several.
 */
final class ReportCards {
  private static final String GOAL = "idGoal";
  private static final String OWN = "idDimension";

  /** Clients know it of pages, but nobody measures it any more. */
  private static final CardColumn GENERATION =
      new CardColumn("avg_time_generation", "Avg. generation time", CardColumn.Known.SOMETIMES);

  private final GoalStore goals;
  private final CustomDimensionStore dimensions;

  ReportCards(GoalStore goals, CustomDimensionStore dimensions) {
    this.goals = goals;
    this.dimensions = dimensions;
  }

  /**
   * The reports in the order people find them.
   *
   * @param site whose own reports are among them, too; none for those that all sites have
   */
  List<ReportCard> of(Optional<Site> site) {
    List<ReportCard> cards = new ArrayList<>(CombinedCards.ALL);
    ReportCatalogue.ALL.stream()
        .filter(report -> !report.ofItems() || site.map(Site::ecommerce).orElse(true))
        .forEach(report -> cards.add(of(report)));
    site.ifPresent(
        one -> {
          addGoals(cards, one);
          addDimensions(cards, one);
        });
    cards.sort(Comparator.comparing(ReportCard::subject));
    return cards;
  }

  /** The reports on the rows below rows, where these have a name of their own. */
  List<ReportCard> below() {
    List<ReportCard> cards = new ArrayList<>();
    for (Report report : ReportCatalogue.ALL) {
      addBelow(cards, report);
      report.others().values().forEach(other -> addBelow(cards, other));
    }
    return cards;
  }

  /** The report that a client names by {@code apiModule} and {@code apiAction}. */
  ReportCard find(Site site, ApiParameters parameters) throws ApiException {
    String method = parameters.required("apiModule") + "." + parameters.required("apiAction");
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : List.of(GOAL, OWN)) {
      parameters
          .text(name)
          .or(() -> parameters.text("apiParameters[" + name + "]"))
          .filter(value -> !value.equals("false"))
          .ifPresent(value -> wanted.put(name, value));
    }
    List<ReportCard> cards = new ArrayList<>(of(Optional.of(site)));
    cards.addAll(below());
    List<ReportCard> named = cards.stream().filter(card -> card.method().equals(method)).toList();
    return named.stream()
        .filter(card -> card.parameters().equals(wanted))
        .findFirst()
        .or(() -> named.stream().filter(card -> card.parameters().isEmpty()).findFirst())
        .orElseThrow(
            () -> ApiException.of(400, "There is no report " + method + " at this server."));
  }

  /** A report that all sites have, under its own name. */
  static ReportCard of(Report report) {
    return card(report, report.title(), Map.of());
  }

  private static ReportCard card(Report report, String name, Map<String, String> parameters) {
    return new ReportCard(
        report.module(),
        report.action(),
        parameters,
        name,
        report.subject(),
        report.dimension().title(),
        report.shown().stream().map(metric -> CardColumn.of(report, metric)).toList(),
        ratios(report),
        ties(report));
  }

  private static List<CardColumn> ratios(Report report) {
    List<CardColumn> ratios = new ArrayList<>();
    report.shownRatios().forEach(ratio -> ratios.add(CardColumn.of(report, ratio)));
    if (report.ofPages() || report == ReportCatalogue.ACTIONS_SUMMARY) {
      ratios.add(GENERATION);
    }
    return ratios;
  }

  private static ReportTies ties(Report report) {
    List<Map<String, Object>> related = new ArrayList<>();
    for (String action : report.related()) {
      ReportCatalogue.find(report.module() + "." + action)
          .ifPresent(
              other -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("name", other.title());
                fields.put("module", other.module());
                fields.put("action", other.action());
                related.add(fields);
              });
    }
    boolean leads = report.does(Report.Habit.LEADS_TO_GOALS);
    boolean fixed = report.does(Report.Habit.TOLD_AS_FIXED);
    return new ReportTies(
        dimensions(report),
        subtables(report, fixed),
        false,
        report.hasConstantRows() || report.ofGoals() || fixed,
        report.ofVisits() && !report.ofTotals(),
        report.tellsOfPages(),
        related,
        !leads
            ? ReportTies.Goals.NONE
            : report.ofPages() ? ReportTies.Goals.OF_PAGES : ReportTies.Goals.OF_VISITS);
  }

  /** Titles have no rows below them here, but clients expect that they may. */
  private static String subtables(Report report, boolean fixed) {
    if (report.ofPages()) {
      return report.belowAction();
    }
    boolean told = !fixed && report.dimension() != Dimension.DESTINATION_PAGE;
    return told && report.hasSubtables() ? report.belowAction() : "";
  }

  private static Map<String, String> dimensions(Report report) {
    Dimension below = report.belowDimension();
    if (below == Dimension.NONE || report.belowAction().equals(report.action())) {
      return Map.of();
    }
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Dimension each : List.of(report.dimension(), below)) {
      dimensions.put(Flattening.columnName(report, each), each.title());
    }
    return dimensions;
  }

  private static void addBelow(List<ReportCard> cards, Report report) {
    if (report.belowAction().equals(report.action())) {
      return;
    }
    ReportCard above = card(report, report.title(), Map.of());
    cards.add(
        new ReportCard(
            report.module(),
            report.belowAction(),
            Map.of(),
            report.belowDimension().title(),
            report.subject(),
            report.belowDimension().title(),
            above.metrics(),
            above.ratios(),
            new ReportTies(
                Map.of(),
                "",
                true,
                false,
                above.ties().visits(),
                above.ties().pages(),
                List.of(),
                above.ties().goals())));
  }

  private void addGoals(List<ReportCard> cards, Site site) {
    Map<String, String> names = new LinkedHashMap<>();
    if (site.ecommerce()) {
      names.put("ecommerceOrder", "Ecommerce Orders");
      names.put("ecommerceAbandonedCart", "Abandoned Carts");
    }
    List<Goal> all = goals.of(site.id());
    if (!all.isEmpty()) {
      names.put("0", "Goals Overview");
    }
    all.forEach(goal -> names.put(Integer.toString(goal.id()), goal.wish().name()));
    names.forEach(
        (id, name) -> {
          cards.add(CombinedCards.ofGoal(id, name));
          for (Report report : ReportCatalogue.ALL) {
            if (report.ofGoals()) {
              String title = name + " - " + report.title();
              cards.add(ofGoal(card(report, title, Map.of(GOAL, id)), id));
            }
          }
        });
  }

  /** A goal's own report, which leads to no others. */
  private static ReportCard ofGoal(ReportCard card, String goal) {
    ReportTies ties = card.ties();
    return new ReportCard(
        card.module(),
        card.action(),
        card.parameters(),
        card.name(),
        goal.startsWith("ecommerce") ? Subject.SHOP : Subject.GOALS,
        card.dimension(),
        card.metrics(),
        card.ratios(),
        new ReportTies(
            ties.dimensions(),
            ties.subtables(),
            ties.subtable(),
            ties.constantRows(),
            ties.visits(),
            ties.pages(),
            ties.related(),
            ReportTies.Goals.NONE));
  }

  private void addDimensions(List<ReportCard> cards, Site site) {
    for (CustomDimension own : dimensions.of(site.id())) {
      if (own.active()) {
        boolean ofActions = own.scope() == CustomDimension.Scope.ACTION;
        Report report = ReportCatalogue.customDimension(ofActions, own.slot());
        cards.add(card(report, own.name(), Map.of(OWN, Integer.toString(own.id()))));
      }
    }
  }
}
