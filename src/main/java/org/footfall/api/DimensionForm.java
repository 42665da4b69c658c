package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimension.Extraction;
import org.footfall.site.CustomDimension.Origin;
import org.footfall.site.CustomDimension.Scope;
import org.footfall.site.SiteId;

/** Reads what a client wants a custom dimension to be. */
final class DimensionForm {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATTERN = 500;
  private static final int MOST_EXTRACTIONS = 20;
  private static final Pattern REFUSED = Pattern.compile("[/\\\\&.<>\\p{Cntrl}]");

  private final ApiParameters parameters;

  DimensionForm(ApiParameters parameters) {
    this.parameters = parameters;
  }

  CustomDimension added(SiteId site) throws ApiException {
    String name = name();
    Scope scope = scope(parameters.required("scope"));
    boolean active = active();
    return new CustomDimension(
        site, 0, name, scope, 0, active, extractions(scope), caseSensitive(true));
  }

  CustomDimension changed(CustomDimension known) throws ApiException {
    return new CustomDimension(
        known.site(),
        known.id(),
        name(),
        known.scope(),
        known.slot(),
        active(),
        extractions(known.scope()),
        caseSensitive(known.caseSensitive()));
  }

  static Scope scope(String text) throws ApiException {
    return switch (text) {
      case "visit" -> Scope.VISIT;
      case "action" -> Scope.ACTION;
      default -> throw ApiException.of(400, "The parameter 'scope' is visit or action.");
    };
  }

  private String name() throws ApiException {
    String name = parameters.required("name").trim();
    if (name.isEmpty() || name.length() > LONGEST_NAME || REFUSED.matcher(name).find()) {
      throw ApiException.of(
          400,
          "The name of a custom dimension has 1 to "
              + LONGEST_NAME
              + " characters, and none of / \\ & . < >.");
    }
    return name;
  }

  private boolean active() throws ApiException {
    String text = parameters.required("active");
    if (!text.equals("0") && !text.equals("1")) {
      throw ApiException.of(400, "The parameter 'active' is 0 or 1.");
    }
    return text.equals("1");
  }

  private boolean caseSensitive(boolean otherwise) {
    return parameters.text("caseSensitive").isPresent()
        ? parameters.flag("caseSensitive")
        : otherwise;
  }

  private List<Extraction> extractions(Scope scope) throws ApiException {
    List<Extraction> extractions = new ArrayList<>();
    for (int i = 0; parameters.has("extractions[" + i + "]"); i++) {
      if (i == MOST_EXTRACTIONS) {
        throw ApiException.of(
            400, "A custom dimension has at most " + MOST_EXTRACTIONS + " extractions.");
      }
      String at = "extractions[" + i + "]";
      String pattern = parameters.text(at + "[pattern]", "").trim();
      if (!pattern.isEmpty()) {
        extractions.add(extraction(origin(parameters.text(at + "[dimension]", "")), pattern));
      }
    }
    if (!extractions.isEmpty() && scope != Scope.ACTION) {
      throw ApiException.of(400, "Only dimensions of the scope action can have extractions.");
    }
    return extractions;
  }

  private static Extraction extraction(Origin origin, String pattern) throws ApiException {
    if (pattern.length() > LONGEST_PATTERN || !pattern.lines().toList().equals(List.of(pattern))) {
      throw ApiException.of(
          400, "The pattern of an extraction is one line of up to " + LONGEST_PATTERN + ".");
    }
    if (origin != Origin.URLPARAM) {
      if (GoalForm.requireExpression("pattern", pattern).groups() != 1) {
        throw ApiException.of(
            400, "The pattern of an extraction puts exactly one part in round brackets.");
      }
    }
    return new Extraction(origin, pattern);
  }

  private static Origin origin(String text) throws ApiException {
    return switch (text) {
      case "url" -> Origin.URL;
      case "urlparam" -> Origin.URLPARAM;
      case "action_name" -> Origin.ACTION_NAME;
      default ->
          throw ApiException.of(400, "An extraction's dimension is url, urlparam or action_name.");
    };
  }
}
