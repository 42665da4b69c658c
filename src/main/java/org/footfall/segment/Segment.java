package org.footfall.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.footfall.time.ZoneHistory;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.LogPart;
import org.footfall.visitlog.LogTable;

/**
 * Which visits a question is about. A definition has conditions with {@code ;} between those that
 * must all hold and {@code ,} between those of which one must; {@code ,} binds tighter. Segments
 * are equal when they say the same in the same order, however it was escaped.
 *
 * <p>What is said of actions holds for a visit if one action meets all of it; "is not" and "does
 * not contain" hold if no action is so. All actions of a selected visit belong to the segment.
 */
public final class Segment {
  /** Every visit. */
  public static final Segment ALL = new Segment(List.of(), "");

  private final List<List<Condition>> clauses;
  private final String definition;
  private final String meaning;

  private Segment(List<List<Condition>> clauses, String definition) {
    this.clauses = clauses;
    this.definition = definition;
    this.meaning =
        definition
            + clauses.stream()
                .flatMap(List::stream)
                .map(condition -> condition.dimension().basis())
                .filter(basis -> !basis.isEmpty())
                .distinct()
                .map(basis -> "\n" + basis)
                .collect(Collectors.joining());
  }

  /**
   * Reads a definition, of at most 8,192 characters and 100 conditions; an empty one is {@link
   * #ALL}.
   *
   * @param definition as a client's parameter says it, decoded once; its values are encoded in it
   */
  public static Segment parse(String definition) throws UnreadableSegment {
    return parse(definition, SegmentWords.PLAIN);
  }

  /** As {@link #parse(String)}, in words of a server and a site. */
  public static Segment parse(String definition, SegmentWords words) throws UnreadableSegment {
    List<List<Condition>> clauses = DefinitionReader.read(definition, words);
    String canonical =
        clauses.stream()
            .map(any -> any.stream().map(Condition::spelled).collect(Collectors.joining(",")))
            .collect(Collectors.joining(";"));
    if (canonical.length() > DefinitionReader.MAX_LENGTH) {
      throw DefinitionReader.tooLong();
    }
    return clauses.isEmpty() ? ALL : new Segment(clauses, canonical);
  }

  /** The canonical definition; empty for {@link #ALL}. */
  public String definition() {
    return definition;
  }

  /** The definition, and whatever else decides what it selects: other names of goals, others. */
  public String meaning() {
    return meaning;
  }

  public boolean isAll() {
    return clauses.isEmpty();
  }

  /** What it selects by. */
  public Set<SegmentDimension> dimensions() {
    Set<SegmentDimension> dimensions = new HashSet<>();
    clauses.forEach(any -> any.forEach(condition -> dimensions.add(condition.dimension())));
    return dimensions;
  }

  /** The columns of visits that {@link #in} reads. */
  public Set<Column> visitColumns() {
    return Evaluation.visitColumns(clauses);
  }

  /** The columns of actions that {@link #in} reads; empty if it looks at no action. */
  public Set<Column> actionColumns() {
    return Evaluation.actionColumns(clauses);
  }

  /**
   * Selects visits of a part of the log.
   *
   * @param zones the clock of the site
   */
  public Selected in(LogPart part, ZoneHistory zones) {
    Set<Column> actionColumns = actionColumns();
    LogTable actions = actionColumns.isEmpty() ? null : part.actions(actionColumns);
    return in(part.visits(visitColumns()), actions, zones);
  }

  /**
   * Selects visits of tables that were read with {@link #visitColumns} and {@link #actionColumns}
   * at least.
   *
   * @param actions may be null if no action is looked at
   */
  public Selected in(LogTable visits, LogTable actions, ZoneHistory zones) {
    return new Evaluation(visits, actions, zones).select(clauses);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Segment segment && meaning.equals(segment.meaning);
  }

  @Override
  public int hashCode() {
    return meaning.hashCode();
  }

  @Override
  public String toString() {
    return definition;
  }
}
