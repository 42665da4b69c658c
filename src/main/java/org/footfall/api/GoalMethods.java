package org.footfall.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.footfall.account.Right;
import org.footfall.site.Goal;
import org.footfall.site.GoalStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/** {@code Goals.*}: what a site wants its visitors to do. */
final class GoalMethods {
  private final GoalStore goals;
  private final SiteAccess access;

  GoalMethods(GoalStore goals, SiteAccess access) {
    this.goals = goals;
    this.access = access;
  }

  void addTo(ApiMethods methods) {
    methods.add("Goals.addGoal", this::add);
    methods.add("Goals.updateGoal", this::update);
    methods.add("Goals.deleteGoal", this::delete);
    methods.add("Goals.getGoal", this::one);
    methods.add("Goals.getGoals", this::all);
  }

  private Answer add(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.WRITE).id();
    OptionalInt id = goals.add(site, new GoalForm(call.parameters()).read());
    if (id.isEmpty()) {
      throw ApiException.of(400, "A site has at most " + Goal.MOST + " goals, deleted ones too.");
    }
    return new Answer.Value(id.getAsInt());
  }

  private Answer update(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.WRITE).id();
    int id = id(call);
    if (!goals.update(site, id, new GoalForm(call.parameters()).read())) {
      throw unknown(site, id);
    }
    return new Answer.Done();
  }

  private Answer delete(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.WRITE).id();
    if (!goals.delete(site, id(call))) {
      throw unknown(site, id(call));
    }
    return new Answer.Done();
  }

  private Answer one(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.VIEW).id();
    return goals
        .find(site, id(call))
        .<Answer>map(goal -> new Answer.One(fields(goal)))
        .orElseGet(() -> new Answer.Value(false));
  }

  private Answer all(ApiCall call) throws ApiException {
    List<Goal> found = new ArrayList<>();
    for (Site site : access.viewed(call).sites()) {
      found.addAll(goals.of(site.id()));
    }
    if (call.parameters().flag("orderByName")) {
      found.sort(
          Comparator.comparing((Goal goal) -> goal.wish().name(), NaturalOrder.INSTANCE)
              .thenComparing(Goal::site)
              .thenComparing(Goal::id));
    }
    return Answer.Table.of(found.stream().map(GoalMethods::fields).toList());
  }

  private static int id(ApiCall call) throws ApiException {
    call.parameters().required("idGoal");
    return call.parameters().number("idGoal", 0);
  }

  private static ApiException unknown(SiteId site, int id) {
    return ApiException.of(400, "The site " + site + " has no goal " + id + ".");
  }

  private static Map<String, Object> fields(Goal goal) {
    Goal.Wish wish = goal.wish();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("idsite", goal.site().value());
    fields.put("idgoal", goal.id());
    fields.put("name", wish.name());
    fields.put("description", wish.description());
    fields.put("match_attribute", wish.subject().name().toLowerCase(Locale.ROOT));
    if (wish.subject() != Goal.Subject.MANUALLY) {
      fields.put("pattern", wish.pattern());
      fields.put("pattern_type", wish.patternKind().name().toLowerCase(Locale.ROOT));
      fields.put("case_sensitive", wish.caseSensitive() ? 1 : 0);
    }
    fields.put("allow_multiple", wish.severalPerVisit() ? 1 : 0);
    fields.put("revenue", NumberStyle.plain(wish.revenue()));
    fields.put("deleted", 0);
    fields.put("event_value_as_revenue", wish.revenueOfEvent() ? 1 : 0);
    return fields;
  }
}
