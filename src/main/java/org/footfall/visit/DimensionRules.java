package org.footfall.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.footfall.enrich.referrer.Pairs;
import org.footfall.enrich.referrer.WebAddress;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.Expression;
import org.footfall.tracking.TrackingRequest;

/** A site's custom dimensions, made ready to be read from many hits. Immutable. */
public final class DimensionRules {
  private static final int MAX_VALUE = 250;

  private final List<Rule> visit = new ArrayList<>();
  private final List<Rule> action = new ArrayList<>();

  /** One dimension: the parameter that names it, and where its value is found else. */
  private record Rule(int slot, String parameter, List<Source> sources) {}

  private interface Source {
    Optional<String> in(TrackingRequest request);
  }

  public DimensionRules(Collection<CustomDimension> dimensions) {
    for (CustomDimension dimension : dimensions) {
      if (dimension.active()) {
        List<Source> sources = new ArrayList<>();
        for (CustomDimension.Extraction extraction : dimension.extractions()) {
          source(extraction, dimension.caseSensitive()).ifPresent(sources::add);
        }
        (dimension.scope() == Scope.VISIT ? visit : action)
            .add(new Rule(dimension.slot() - 1, "dimension" + dimension.id(), sources));
      }
    }
  }

  private static Optional<Source> source(CustomDimension.Extraction from, boolean caseSensitive) {
    if (from.origin() == CustomDimension.Origin.URLPARAM) {
      return Optional.of(request -> parameter(request.parameter("url"), from.pattern()));
    }
    String sent = from.origin() == CustomDimension.Origin.URL ? "url" : "action_name";
    return Expression.of(from.pattern(), caseSensitive)
        .map(expression -> request -> expression.group(request.parameter(sent)).map(Pairs::decode));
  }

  private static Optional<String> parameter(String url, String name) {
    if (url.indexOf('?') < 0) {
      return Optional.empty();
    }
    String value = Pairs.value(WebAddress.of(url).query(), name);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  Slots ofVisit(TrackingRequest request) {
    return values(visit, request);
  }

  Slots ofAction(TrackingRequest request) {
    return values(action, request);
  }

  private static Slots values(List<Rule> rules, TrackingRequest request) {
    if (rules.isEmpty()) {
      return Slots.NONE;
    }
    String[] values = new String[CustomDimension.SLOTS];
    for (Rule rule : rules) {
      String value = request.parameters().get(rule.parameter);
      for (int i = 0; value == null && i < rule.sources.size(); i++) {
        value = rule.sources.get(i).in(request).orElse(null);
      }
      values[rule.slot] = value == null ? null : Texts.clean(value, MAX_VALUE);
    }
    return Slots.of(values);
  }
}
