package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.footfall.account.Right;
import org.footfall.site.CustomDimension;
import org.footfall.site.CustomDimensionStore;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/** {@code CustomDimensions.*}: values of a site's own that its hits carry. */
final class DimensionMethods {
  private final CustomDimensionStore dimensions;
  private final SiteAccess access;

  DimensionMethods(CustomDimensionStore dimensions, SiteAccess access) {
    this.dimensions = dimensions;
    this.access = access;
  }

  void addTo(ApiMethods methods) {
    methods.add("CustomDimensions.configureNewCustomDimension", this::add);
    methods.add("CustomDimensions.configureExistingCustomDimension", this::change);
    methods.add("CustomDimensions.getConfiguredCustomDimensions", this::all);
    methods.add("CustomDimensions.getConfiguredCustomDimensionsHavingScope", this::ofScope);
    methods.add("CustomDimensions.getAvailableScopes", this::scopes);
    methods.add("CustomDimensions.getAvailableExtractionDimensions", this::origins);
  }

  private Answer add(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.WRITE).id();
    DimensionForm form = new DimensionForm(call.parameters());
    CustomDimension wanted = form.added(site);
    OptionalInt id = dimensions.add(wanted);
    if (id.isEmpty()) {
      throw ApiException.of(
          400,
          "All "
              + CustomDimension.SLOTS
              + " custom dimensions of this scope are in use at the site.");
    }
    return new Answer.Value(id.getAsInt());
  }

  private Answer change(ApiCall call) throws ApiException {
    SiteId site = access.one(call, Right.WRITE).id();
    call.parameters().required("idDimension");
    int id = call.parameters().number("idDimension", 0);
    CustomDimension known =
        dimensions
            .find(site, id)
            .orElseThrow(
                () ->
                    ApiException.of(
                        400, "The site " + site + " has no custom dimension " + id + "."));
    dimensions.update(new DimensionForm(call.parameters()).changed(known));
    return new Answer.Done();
  }

  private Answer all(ApiCall call) throws ApiException {
    return table(dimensions.of(access.one(call, Right.VIEW).id()));
  }

  private Answer ofScope(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.VIEW);
    CustomDimension.Scope scope = DimensionForm.scope(call.parameters().required("scope"));
    return table(dimensions.of(site.id()).stream().filter(each -> each.scope() == scope).toList());
  }

  private Answer scopes(ApiCall call) throws ApiException {
    List<CustomDimension> known = dimensions.of(access.one(call, Right.WRITE).id());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CustomDimension.Scope scope : CustomDimension.Scope.values()) {
      long used = known.stream().filter(each -> each.scope() == scope).count();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("value", word(scope));
      row.put("name", scope == CustomDimension.Scope.VISIT ? "Visit" : "Action");
      row.put("numSlotsAvailable", CustomDimension.SLOTS);
      row.put("numSlotsUsed", used);
      row.put("numSlotsLeft", CustomDimension.SLOTS - used);
      row.put("supportsExtractions", scope == CustomDimension.Scope.ACTION);
      rows.add(row);
    }
    return Answer.Table.of(rows);
  }

  private Answer origins(ApiCall call) throws ApiException {
    call.requireAnyView();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CustomDimension.Origin origin : CustomDimension.Origin.values()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("value", word(origin));
      row.put(
          "name",
          switch (origin) {
            case URL -> "Page URL";
            case URLPARAM -> "Page URL Parameter";
            case ACTION_NAME -> "Page Title";
          });
      rows.add(row);
    }
    return Answer.Table.of(rows);
  }

  private static Answer table(List<CustomDimension> dimensions) {
    return Answer.Table.of(dimensions.stream().map(DimensionMethods::fields).toList());
  }

  private static Map<String, Object> fields(CustomDimension dimension) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("idcustomdimension", dimension.id());
    fields.put("idsite", dimension.site().value());
    fields.put("name", dimension.name());
    fields.put("index", dimension.slot());
    fields.put("scope", word(dimension.scope()));
    fields.put("active", dimension.active());
    fields.put(
        "extractions",
        dimension.extractions().stream()
            .map(
                each -> {
                  Map<String, Object> extraction = new LinkedHashMap<>();
                  extraction.put("dimension", word(each.origin()));
                  extraction.put("pattern", each.pattern());
                  return extraction;
                })
            .toList());
    fields.put("case_sensitive", dimension.caseSensitive());
    return fields;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
