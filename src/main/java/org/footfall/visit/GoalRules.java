package org.footfall.visit;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.footfall.codec.Told;
import org.footfall.site.Expression;
import org.footfall.site.Goal;
import org.footfall.site.Goal.Subject;

/** A site's goals, made ready to be tried on many hits. Immutable. */
public final class GoalRules {
  private static final double MILLION = 1e6;

  private final List<Rule> ofActions = new ArrayList<>();
  private final List<Goal> ofVisits = new ArrayList<>();
  private final Map<Integer, Goal> byNumber = new HashMap<>();

  private record Rule(Goal goal, Predicate<String> matches) {}

  public GoalRules(Collection<Goal> goals) {
    for (Goal goal : goals) {
      if (!goal.deleted()) {
        byNumber.put(goal.id(), goal);
        Subject subject = goal.wish().subject();
        if (subject.ofVisit()) {
          ofVisits.add(goal);
        } else if (subject != Subject.MANUALLY) {
          matcher(goal.wish()).ifPresent(matches -> ofActions.add(new Rule(goal, matches)));
        }
      }
    }
  }

  /** A goal that a hit names by its number. */
  Optional<Goal> find(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /**
   * The goals that an action may meet.
   *
   * @param address the page's, the download's or the outlink's address as it was sent
   */
  public Goals of(Deed deed, String address) {
    if (byNumber.isEmpty()) {
      return Goals.NONE;
    }
    List<Goals.Met> met = List.of();
    for (Rule rule : ofActions) {
      Subject subject = rule.goal.wish().subject();
      String text = text(subject, deed, address);
      if (text != null && rule.matches.test(text)) {
        met = met.isEmpty() ? new ArrayList<>() : met;
        met.add(met(rule.goal, revenue(rule.goal, deed)));
      }
    }
    return deed.detail() instanceof Detail.Goal byHand
        ? new Goals(byHand(byHand), List.copyOf(ofVisits))
        : new Goals(met, List.copyOf(ofVisits));
  }

  private List<Goals.Met> byHand(Detail.Goal told) {
    return find(told.goal()).map(goal -> List.of(met(goal, told.revenue()))).orElse(List.of());
  }

  static Goals.Met met(Goal goal, long revenue) {
    return new Goals.Met(goal.id(), goal.wish().severalPerVisit(), revenue);
  }

  /** What meeting a goal brings when the hit does not tell. */
  static long usualRevenue(Goal goal) {
    BigDecimal revenue = goal.wish().revenue();
    return Money.cents(revenue.doubleValue());
  }

  private static long revenue(Goal goal, Deed deed) {
    boolean byEvent =
        goal.wish().revenueOfEvent()
            && deed.detail() instanceof Detail.Event event
            && Told.isThere(event.value());
    return byEvent
        ? Money.cents(Told.value(((Detail.Event) deed.detail()).value()) / MILLION)
        : usualRevenue(goal);
  }

  /** What a goal looks at; null where the action is of another kind. */
  private static String text(Subject subject, Deed deed, String address) {
    return switch (deed.kind()) {
      case PAGE_VIEW ->
          subject == Subject.URL ? address : subject == Subject.TITLE ? deed.name() : null;
      case DOWNLOAD -> subject == Subject.FILE ? address : null;
      case OUTLINK -> subject == Subject.EXTERNAL_WEBSITE ? address : null;
      case EVENT ->
          deed.detail() instanceof Detail.Event event
              ? switch (subject) {
                case EVENT_CATEGORY -> event.category();
                case EVENT_ACTION -> event.action();
                case EVENT_NAME -> deed.name();
                default -> null;
              }
              : null;
      default -> null;
    };
  }

  /** Nothing for what can meet nothing: an expression that is none. */
  private static Optional<Predicate<String>> matcher(Goal.Wish wish) {
    Optional<Predicate<String>> as = plain(wish, wish.pattern());
    boolean address =
        wish.subject() == Subject.URL
            || wish.subject() == Subject.FILE
            || wish.subject() == Subject.EXTERNAL_WEBSITE;
    if (!address || as.isEmpty() || wish.pattern().indexOf('%') < 0) {
      return as;
    }
    // Somebody who writes an address with escapes may mean it without them, and the reverse.
    return plain(wish, unescaped(wish.pattern())).map(decoded -> as.get().or(decoded)).or(() -> as);
  }

  private static String unescaped(String pattern) {
    try {
      return URLDecoder.decode(pattern, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return pattern;
    }
  }

  private static Optional<Predicate<String>> plain(Goal.Wish wish, String pattern) {
    boolean exactCase = wish.caseSensitive();
    String wanted = exactCase ? pattern : pattern.toLowerCase(Locale.ROOT);
    return switch (wish.patternKind()) {
      case REGEX -> Expression.of(pattern, exactCase).map(expression -> expression::isIn);
      case CONTAINS -> Optional.of(text -> cased(text, exactCase).contains(wanted));
      case EXACT -> Optional.of(text -> cased(text, exactCase).equals(wanted));
      case NONE, GREATER_THAN -> Optional.empty();
    };
  }

  private static String cased(String text, boolean exact) {
    return exact ? text : text.toLowerCase(Locale.ROOT);
  }
}
