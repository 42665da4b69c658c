package org.footfall.report;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A report's declaration: its name, what its rows are, what they count, where that comes from, and
 * how it is first shown. Everything that answers, draws or exports reports reads these.
 */
public final class Report {
  /** What people see first of rows of visits. */
  private static final List<Metric> USUAL =
      List.of(Metric.VISITS, Metric.UNIQUE_VISITORS, Metric.ACTIONS, Metric.USERS);

  private static final List<Ratio> USUAL_RATIOS =
      List.of(
          Ratio.ACTIONS_PER_VISIT,
          Ratio.SECONDS_PER_VISIT,
          Ratio.BOUNCE_RATE,
          Ratio.CONVERSION_RATE);

  private final String module;
  private final String action;
  private final String title;
  private final Source source;
  private final Shape shape;
  private final Dimension dimension;
  private final List<Metric> metrics;
  private final List<Ratio> ratios;
  private final Metric sortedBy;
  private final Metric needed;
  private final Trait trait;
  private final String below;
  private final Map<String, Report> others;
  private final Set<Habit> habits;
  private final List<Metric> shown;
  private final List<Ratio> shownRatios;
  private final Set<Metric> texts;
  private final Subject subject;
  private final List<String> related;
  private final Map<Enum<?>, String> names;

  /** What a few reports do in answers, and others do not. */
  public enum Habit {
    /** A day tells no unique visitors; longer periods tell the sums of these. */
    HIDES_DAILY_UNIQUES,
    /** Nothing selects the visits of rows below others. */
    PLAIN_BELOW,
    /** Rows below others are told only to those who ask for them by number. */
    NEVER_EXPANDED,
    /** Tells numbers also where they mean nothing. */
    TELLS_ALL,
    /** Tells no numbers of users where there is none. */
    HIDES_NO_USERS,
    /** What its rows brought about of goals can be asked for. */
    LEADS_TO_GOALS,
    /** Clients are told that its rows are always the same, and of none below them. */
    TOLD_AS_FIXED
  }

  /** What sets a few reports apart. */
  enum Trait {
    PLAIN,
    TOTALS,
    PAGES,
    SUMS_UNIQUES,
    KEEPS_ORDER_BELOW
  }

  private Report(Builder builder) {
    this.module = builder.module;
    this.action = builder.action;
    this.title = builder.title;
    this.source = builder.source;
    this.shape = builder.shape;
    this.dimension = builder.dimension;
    this.metrics = builder.metrics;
    this.ratios = builder.ratios;
    this.sortedBy = builder.sortedBy;
    this.needed = builder.needed;
    this.trait = builder.trait;
    this.below = builder.below;
    this.others = builder.others;
    this.habits = builder.habits;
    boolean usual = builder.shown == null && ofVisits() && !ofTotals();
    List<Metric> first = usual ? USUAL : builder.shown == null ? metrics : builder.shown;
    this.shown = first.stream().filter(metric -> metric != builder.hidden).toList();
    this.shownRatios = usual ? USUAL_RATIOS : builder.shown == null ? ratios : builder.shownRatios;
    this.subject = builder.subject;
    this.related = builder.related;
    this.names = Map.copyOf(builder.names);
    this.texts = builder.texts;
  }

  static Builder named(String module, String action, String title) {
    return new Builder(module, action, title);
  }

  /** {@code Actions.getPageUrls}: the name clients call it by. */
  public String id() {
    return module + "." + action;
  }

  public String module() {
    return module;
  }

  public String action() {
    return action;
  }

  /** The name people read. */
  public String title() {
    return title;
  }

  /** What the rows of the first level are; {@link Dimension#NONE} for a report of totals. */
  public Dimension dimension() {
    return dimension;
  }

  /** What is counted, in the order it is shown in. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** What is worked out of the metrics, in the order it is shown in. */
  public List<Ratio> ratios() {
    return ratios;
  }

  /** Of what is counted, what people see first. */
  public List<Metric> shown() {
    return shown;
  }

  /** Of what is worked out, what people see first. */
  public List<Ratio> shownRatios() {
    return shownRatios;
  }

  /** The metric that puts the first row first; none where the rows have an order of their own. */
  public Optional<Metric> sortedBy() {
    return Optional.ofNullable(sortedBy);
  }

  /** Rows without any of this metric do not belong to the report. */
  public Optional<Metric> needed() {
    return Optional.ofNullable(needed);
  }

  /**
   * What a Matomo's database sums up as it counts a day. Such sums come out of it as texts, and its
   * answers tell them so, unless several of them were added up in one row.
   */
  public Set<Metric> texts() {
    return texts;
  }

  /** Whether it is one row about everything, whose unique counts are exact in any period. */
  public boolean ofTotals() {
    return trait == Trait.TOTALS;
  }

  /** Whether its rows have unique counts, which may be added up or not. */
  public boolean hasUniques() {
    return !ofTotals() && metrics.stream().anyMatch(metric -> metric.join() == Metric.Join.UNIQUE);
  }

  /** Whether its rows are pages: then a flat one is led by a slash and shows its load time. */
  public boolean ofPages() {
    return trait == Trait.PAGES;
  }

  /** Whether its rows are told with what pages brought: pages, and those that followed a search. */
  public boolean tellsOfPages() {
    return ofPages() || dimension == Dimension.DESTINATION_PAGE;
  }

  /** Whether its rows are what a shop sells. */
  public boolean ofItems() {
    return source.ofItems();
  }

  /** Whether its numbers are those of goals that have to be chosen. */
  public boolean ofGoals() {
    return source.ofConversions();
  }

  /** Whether the sums of the days' unique counts go by the plain names of these. */
  public boolean sumsUniques() {
    return trait == Trait.SUMS_UNIQUES;
  }

  /** Whether rows below others are sorted like these; else they come by their keys. */
  public boolean sortsBelow() {
    return trait != Trait.KEEPS_ORDER_BELOW;
  }

  /** Whether there may be rows below its rows. */
  public boolean hasSubtables() {
    return shape.hasBelow();
  }

  /** What the rows below its rows are; {@link Dimension#NONE} where that differs. */
  public Dimension belowDimension() {
    return shape.belowDimension();
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** The action names of reports of the same module that answer the question behind this one. */
  public List<String> related() {
    return related;
  }

  /** What people call a metric or ratio here, where that is not what they call it elsewhere. */
  public Optional<String> nameOf(Enum<?> counted) {
    return Optional.ofNullable(names.get(counted));
  }

  /** The name by which clients ask for rows below a row. */
  public String belowAction() {
    return below.isEmpty() ? action : below;
  }

  /** The report with other rows below its rows, or itself where nobody knows these. */
  public Report with(String rowsBelow) {
    return others.getOrDefault(rowsBelow, this);
  }

  /** The reports that are asked for by this one's name and a word for what lies below its rows. */
  public Map<String, Report> others() {
    return others;
  }

  public boolean does(Habit habit) {
    return habits.contains(habit);
  }

  /** Whether it counts visits by what is known of them, and not what happened in them. */
  public boolean ofVisits() {
    return metrics.contains(Metric.VISIT_SECONDS);
  }

  /** Whether its rows are always the same ones. */
  public boolean hasConstantRows() {
    boolean ranged = shape instanceof ConstantRows || shape instanceof VisitNumberRows;
    return shape instanceof PluginRows || (ranged && sortedBy == null);
  }

  Source source() {
    return source;
  }

  Shape shape() {
    return shape;
  }

  @Override
  public String toString() {
    return id();
  }

  /** Collects a declaration. */
  static final class Builder {
    private final String module;
    private final String action;
    private final String title;
    private Source source;
    private Shape shape;
    private Dimension dimension = Dimension.NONE;
    private List<Metric> metrics = List.of();
    private List<Ratio> ratios = List.of();
    private Metric sortedBy;
    private Metric needed;
    private Trait trait = Trait.PLAIN;
    private String below = "";
    private final Map<String, Report> others = new LinkedHashMap<>();
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);
    private List<Metric> shown;
    private List<Ratio> shownRatios = List.of();
    private Set<Metric> texts = Set.of();
    private Metric hidden;
    private Subject subject = Subject.OTHER;
    private List<String> related = List.of();
    private final Map<Enum<?>, String> names = new HashMap<>();

    private Builder(String module, String action, String title) {
      this.module = module;
      this.action = action;
      this.title = title;
    }

    Builder from(Source newSource, Shape newShape) {
      this.source = newSource;
      this.shape = newShape;
      return this;
    }

    Builder rows(Dimension newDimension) {
      this.dimension = newDimension;
      return this;
    }

    Builder metrics(List<Metric> newMetrics) {
      this.metrics = newMetrics;
      return this;
    }

    Builder ratios(Ratio... newRatios) {
      this.ratios = List.of(newRatios);
      return this;
    }

    Builder sortedBy(Metric metric) {
      this.sortedBy = metric;
      return this;
    }

    Builder needing(Metric metric) {
      this.needed = metric;
      return this;
    }

    Builder trait(Trait newTrait) {
      this.trait = newTrait;
      return this;
    }

    /** The name by which clients ask for rows below a row, if it is one of its own. */
    Builder below(String belowAction) {
      this.below = belowAction;
      return this;
    }

    /** Another report by the same name, and the word that clients tell it by. */
    Builder or(String word, Report other) {
      others.put(word, other);
      return this;
    }

    /** What people see first, where that is not all. */
    Builder shows(List<Metric> newShown, Ratio... newShownRatios) {
      this.shown = newShown;
      this.shownRatios = List.of(newShownRatios);
      return this;
    }

    /** See {@link Report#texts()}. */
    Builder texts(Set<Metric> newTexts) {
      this.texts = newTexts;
      return this;
    }

    /** What people do not see first, of what they usually do. */
    Builder hides(Metric metric) {
      this.hidden = metric;
      return this;
    }

    Builder about(Subject newSubject) {
      this.subject = newSubject;
      return this;
    }

    /** Reports of the same module that people may want next. */
    Builder related(String... actions) {
      this.related = List.of(actions);
      return this;
    }

    /** What people call a metric or ratio in this report. */
    Builder calls(Enum<?> counted, String name) {
      names.put(counted, name);
      return this;
    }

    Builder habit(Habit habit) {
      habits.add(habit);
      return this;
    }

    Report build() {
      return new Report(this);
    }
  }
}
