package org.footfall.api;

import java.util.List;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceStore;

/** {@code SitesManager.*Global*} and {@code *Default*}: what holds for all sites. */
final class GlobalMethods {
  private final InstanceStore settings;

  GlobalMethods(InstanceStore settings) {
    this.settings = settings;
  }

  void addTo(ApiMethods methods) {
    addList(methods, "ExcludedIps", "excludedIps", InstanceSetting.EXCLUDED_IPS);
    addList(
        methods,
        "ExcludedQueryParameters",
        "excludedQueryParameters",
        InstanceSetting.EXCLUDED_QUERY_PARAMETERS);
    addList(
        methods, "ExcludedUserAgents", "excludedUserAgents", InstanceSetting.EXCLUDED_USER_AGENTS);
    addList(methods, "ExcludedReferrers", "excludedReferrers", InstanceSetting.EXCLUDED_REFERRERS);
    methods.add("SitesManager.setGlobalSearchParameters", this::setSearch);
    methods.add(
        "SitesManager.getSearchKeywordParametersGlobal",
        call -> list(call, InstanceSetting.SEARCH_KEYWORD_PARAMETERS));
    methods.add(
        "SitesManager.getSearchCategoryParametersGlobal",
        call -> list(call, InstanceSetting.SEARCH_CATEGORY_PARAMETERS));
    methods.add("SitesManager.setKeepURLFragmentsGlobal", this::setKeepFragments);
    methods.add("SitesManager.getKeepURLFragmentsGlobal", this::keepFragments);
    methods.add("SitesManager.setDefaultTimezone", this::setZone);
    methods.add(
        "SitesManager.getDefaultTimezone", call -> text(call, InstanceSetting.DEFAULT_ZONE));
    methods.add("SitesManager.setDefaultCurrency", this::setCurrency);
    methods.add(
        "SitesManager.getDefaultCurrency", call -> text(call, InstanceSetting.DEFAULT_CURRENCY));
  }

  private void addList(ApiMethods methods, String name, String parameter, InstanceSetting setting) {
    methods.add(
        "SitesManager.setGlobal" + name,
        call -> {
          call.requireSuperuser();
          SiteForm form = new SiteForm(call.parameters(), null);
          List<String> entries =
              setting == InstanceSetting.EXCLUDED_IPS
                  ? form.ips(parameter, List.of())
                  : form.entries(parameter, List.of());
          settings.save(setting, entries);
          return new Answer.Value(true);
        });
    methods.add("SitesManager.get" + name + "Global", call -> list(call, setting));
  }

  private Answer list(ApiCall call, InstanceSetting setting) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(String.join(",", settings.load().list(setting)));
  }

  private Answer text(ApiCall call, InstanceSetting setting) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(settings.load().text(setting));
  }

  private Answer setSearch(ApiCall call) throws ApiException {
    call.requireSuperuser();
    SiteForm form = new SiteForm(call.parameters(), null);
    settings.save(
        InstanceSetting.SEARCH_KEYWORD_PARAMETERS,
        form.entries("searchKeywordParameters", List.of()));
    settings.save(
        InstanceSetting.SEARCH_CATEGORY_PARAMETERS,
        form.entries("searchCategoryParameters", List.of()));
    return new Answer.Value(true);
  }

  private Answer setKeepFragments(ApiCall call) throws ApiException {
    call.requireSuperuser();
    settings.save(InstanceSetting.KEEP_FRAGMENTS, call.parameters().flag("enabled"));
    return new Answer.Value(true);
  }

  private Answer keepFragments(ApiCall call) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(settings.load().flag(InstanceSetting.KEEP_FRAGMENTS));
  }

  private Answer setZone(ApiCall call) throws ApiException {
    call.requireSuperuser();
    settings.save(
        InstanceSetting.DEFAULT_ZONE,
        SiteForm.zone(call.parameters().required("defaultTimezone")).getId());
    return new Answer.Value(true);
  }

  private Answer setCurrency(ApiCall call) throws ApiException {
    call.requireSuperuser();
    String code = call.parameters().required("defaultCurrency");
    SiteForm.requireCurrency(code);
    settings.save(InstanceSetting.DEFAULT_CURRENCY, code);
    return new Answer.Value(true);
  }
}
