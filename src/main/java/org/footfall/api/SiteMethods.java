package org.footfall.api;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.footfall.account.Right;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.InstanceStore;
import org.footfall.site.NewSite;
import org.footfall.site.Site;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStore;

/** {@code SitesManager.*}: sites read, added and changed. */
final class SiteMethods {
  private final SiteStore sites;
  private final InstanceStore settings;
  private final SiteAccess access;
  private final Clock clock;

  SiteMethods(SiteStore sites, InstanceStore settings, SiteAccess access, Clock clock) {
    this.sites = sites;
    this.settings = settings;
    this.access = access;
    this.clock = clock;
  }

  void addTo(ApiMethods methods) {
    methods.add("SitesManager.addSite", this::add);
    methods.add("SitesManager.updateSite", this::update);
    methods.add(
        "SitesManager.getSiteFromId",
        call -> new Answer.One(SiteFields.of(access.one(call, Right.VIEW))));
    methods.add(
        "SitesManager.getSiteUrlsFromId",
        call -> new Answer.Values(access.one(call, Right.VIEW).urls()));
    methods.add("SitesManager.getAllSites", this::all);
    methods.add("SitesManager.getAllSitesId", this::allIds);
    methods.add("SitesManager.getSitesWithAtLeastViewAccess", call -> with(call, Right.VIEW));
    methods.add("SitesManager.getSitesWithAdminAccess", call -> with(call, Right.ADMIN));
    methods.add("SitesManager.getSitesIdWithAtLeastViewAccess", call -> ids(call, Right.VIEW));
    methods.add("SitesManager.getSitesIdWithAdminAccess", call -> ids(call, Right.ADMIN));
    methods.add("SitesManager.getSitesIdFromSiteUrl", this::byUrl);
  }

  private Answer add(ApiCall call) throws ApiException {
    call.requireSuperuser();
    call.parameters().required("siteName");
    InstanceSettings usual = settings.load();
    NewSite before =
        SiteForm.usual(
            SiteForm.zone(usual.text(InstanceSetting.DEFAULT_ZONE)),
            usual.text(InstanceSetting.DEFAULT_CURRENCY),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            call.caller().login());
    SiteId id = sites.add(new SiteForm(call.parameters(), before).read());
    return new Answer.Value(id.value());
  }

  private Answer update(ApiCall call) throws ApiException {
    Site site = access.one(call, Right.ADMIN);
    NewSite changed = new SiteForm(call.parameters(), NewSite.of(site)).read();
    if (!sites.update(site.id(), changed)) {
      throw ApiException.unknownSite(site.id().toString());
    }
    return new Answer.Done();
  }

  private Answer all(ApiCall call) throws ApiException {
    call.requireSuperuser();
    return Answer.Table.of(SiteFields.of(sites.all()));
  }

  private Answer allIds(ApiCall call) throws ApiException {
    call.requireSuperuser();
    return new Answer.Values(sites.all().stream().map(site -> site.id().value()).toList());
  }

  private Answer with(ApiCall call, Right right) throws ApiException {
    List<Site> found = access.with(call, right);
    int limit = call.parameters().number("limit", -1);
    return Answer.Table.of(
        SiteFields.of(limit > 0 && limit < found.size() ? found.subList(0, limit) : found));
  }

  private Answer ids(ApiCall call, Right right) {
    return new Answer.Values(
        access.with(call, right).stream().map(site -> site.id().value()).toList());
  }

  private Answer byUrl(ApiCall call) throws ApiException {
    String url = bare(call.parameters().required("url"));
    List<Map<String, Object>> found =
        access.with(call, Right.VIEW).stream()
            .filter(site -> site.urls().stream().anyMatch(known -> bare(known).equals(url)))
            .map(site -> Map.<String, Object>of("idsite", site.id().value()))
            .toList();
    return Answer.Table.of(found);
  }

  /** An address without what does not tell sites apart: protocol, www., last slash. */
  private static String bare(String url) {
    String rest = url.trim().replaceFirst("^(?i)https?://", "").replaceFirst("^(?i)www\\.", "");
    return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
