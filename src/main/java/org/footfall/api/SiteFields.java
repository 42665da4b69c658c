package org.footfall.api;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.footfall.site.Site;

/** A site as clients read it. */
final class SiteFields {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SiteFields() {}

  static Map<String, Object> of(Site site) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String zone = zone(site.zones().current());
    fields.put("idsite", site.id().value());
    fields.put("name", site.name());
    fields.put("main_url", site.mainUrl());
    fields.put("ts_created", TIME.format(site.createdAt()));
    fields.put("ecommerce", site.ecommerce() ? 1 : 0);
    fields.put("sitesearch", site.siteSearch() ? 1 : 0);
    fields.put("sitesearch_keyword_parameters", text(site.searchKeywordParameters()));
    fields.put("sitesearch_category_parameters", text(site.searchCategoryParameters()));
    fields.put("timezone", zone);
    fields.put("currency", site.currency());
    fields.put("exclude_unknown_urls", site.excludeUnknownUrls() ? 1 : 0);
    fields.put("excluded_ips", text(site.excludedIps()));
    fields.put("excluded_parameters", text(site.excludedQueryParameters()));
    fields.put("excluded_user_agents", text(site.excludedUserAgents()));
    fields.put("excluded_referrers", text(site.excludedReferrers()));
    fields.put("group", site.group());
    fields.put("type", site.type());
    fields.put("keep_url_fragment", keepFragment(site.keepFragment()));
    fields.put("creator_login", site.creatorLogin());
    fields.put("timezone_name", zone.replace('_', ' '));
    fields.put("currency_name", currencyName(site.currency()));
    return fields;
  }

  static List<Map<String, Object>> of(List<Site> sites) {
    List<Map<String, Object>> all = new ArrayList<>();
    sites.forEach(site -> all.add(of(site)));
    return all;
  }

  /** {@code Europe/Berlin}, {@code UTC}, {@code UTC+5.5}. */
  static String zone(ZoneId zone) {
    if (!(zone instanceof ZoneOffset offset)) {
      return zone.getId();
    }
    int seconds = offset.getTotalSeconds();
    String hours =
        BigDecimal.valueOf(Math.abs(seconds) / 36L, 2).stripTrailingZeros().toPlainString();
    return seconds == 0 ? "UTC" : "UTC" + (seconds < 0 ? "-" : "+") + hours;
  }

  private static String text(List<String> values) {
    return String.join(",", values);
  }

  private static int keepFragment(Site.KeepFragment choice) {
    return switch (choice) {
      case DEFAULT -> 0;
      case YES -> 1;
      case NO -> 2;
    };
  }

  private static String currencyName(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .map(currency -> currency.getDisplayName(Locale.ENGLISH))
        .findFirst()
        .orElse(code);
  }
}
