package org.footfall.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.privacy.AddressRange;
import org.footfall.site.NewSite;
import org.footfall.site.Site;

/** Reads what a client says a site shall be; what it does not say stays as it was. */
final class SiteForm {
  private static final int LONGEST_NAME = 90;
  private static final int LONGEST_GROUP = 255;
  private static final int LONGEST_TEXT = 2048;

  /** A list is kept as one text of at most 65,535 bytes, a line for each entry. */
  private static final int LONGEST_LIST_BYTES = 65_000;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;
  private static final int MOST_ENTRIES = 1000;
  private static final Set<String> TYPES = Set.of("website", "mobileapp", "intranet");
  private static final Pattern OFFSET = Pattern.compile("UTC([+-])(\\d{1,2})(\\.5|\\.75)?");
  private static final Pattern SEPARATORS = Pattern.compile("[,\\r\\n]");

  private final ApiParameters parameters;
  private final NewSite before;

  SiteForm(ApiParameters parameters, NewSite before) {
    this.parameters = parameters;
    this.before = before;
  }

  NewSite read() throws ApiException {
    String type = parameters.text("type", before.type());
    if (!TYPES.contains(type)) {
      throw ApiException.of(400, "The type of a site is website, mobileapp or intranet.");
    }
    return new NewSite(
        name(),
        urls(type),
        type,
        limited("group", before.group(), LONGEST_GROUP),
        startDate(),
        zone(),
        currency(),
        flag("ecommerce", before.ecommerce()),
        flag("siteSearch", before.siteSearch()),
        entries("searchKeywordParameters", before.searchKeywordParameters()),
        entries("searchCategoryParameters", before.searchCategoryParameters()),
        ips("excludedIps", before.excludedIps()),
        entries("excludedQueryParameters", before.excludedQueryParameters()),
        entries("excludedUserAgents", before.excludedUserAgents()),
        entries("excludedReferrers", before.excludedReferrers()),
        keepFragment(),
        flag("excludeUnknownUrls", before.excludeUnknownUrls()),
        before.creatorLogin());
  }

  /** A list sent as {@code a,b}, in lines, or as {@code name[0]=a}. */
  List<String> entries(String name, List<String> otherwise) throws ApiException {
    if (!parameters.has(name)) {
      return otherwise;
    }
    Set<String> entries = new LinkedHashSet<>();
    for (String value : parameters.list(name)) {
      Arrays.stream(SEPARATORS.split(value))
          .map(String::trim)
          .filter(entry -> !entry.isEmpty())
          .forEach(entries::add);
    }
    if (entries.size() > MOST_ENTRIES
        || entries.stream().anyMatch(entry -> entry.length() > LONGEST_TEXT)
        || bytes(entries) > LONGEST_LIST_BYTES) {
      throw ApiException.of(400, "The parameter '" + name + "' is too long.");
    }
    return List.copyOf(entries);
  }

  private static int bytes(Set<String> entries) {
    return String.join("\n", entries).getBytes(StandardCharsets.UTF_8).length;
  }

  List<String> ips(String name, List<String> otherwise) throws ApiException {
    List<String> ranges = entries(name, otherwise);
    for (String range : ranges) {
      if (AddressRange.parse(range).isEmpty()) {
        throw ApiException.of(
            "The IP to exclude \""
                + range
                + "\" does not have a valid IP format (eg. 1.2.3.4, 1.2.3.*, or 1.2.3.4/5).");
      }
    }
    return ranges;
  }

  private String name() throws ApiException {
    String name = limited("siteName", before.name(), LONGEST_TEXT).trim();
    if (name.isEmpty()) {
      throw ApiException.of("The website name can't be empty.");
    }
    if (name.length() > LONGEST_NAME) {
      throw ApiException.of(400, "A site's name has at most " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private String limited(String name, String otherwise, int longest) throws ApiException {
    String text = parameters.has(name) ? parameters.text(name, "") : otherwise;
    if (text.length() > longest) {
      throw ApiException.of(400, "The parameter '" + name + "' is too long.");
    }
    return text;
  }

  private List<String> urls(String type) throws ApiException {
    List<String> urls = new ArrayList<>();
    for (String url : entries("urls", before.urls())) {
      String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
      requireUrl(trimmed);
      if (!urls.contains(trimmed)) {
        urls.add(trimmed);
      }
    }
    if (urls.isEmpty() && type.equals("website")) {
      throw ApiException.of("You must specify at least one URL for the website.");
    }
    return urls;
  }

  private static void requireUrl(String url) throws ApiException {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() != null && uri.getRawAuthority() != null) {
        return;
      }
    } catch (URISyntaxException e) {
      throw ApiException.of("The url '" + url + "' is not a valid URL.");
    }
    throw ApiException.of("The url '" + url + "' is not a valid URL.");
  }

  private ZoneId zone() throws ApiException {
    String text = parameters.text("timezone", "");
    return text.isEmpty() ? before.zone() : zone(text);
  }

  static ZoneId zone(String text) throws ApiException {
    Matcher offset = OFFSET.matcher(text);
    try {
      if (offset.matches()) {
        int minutes = Integer.parseInt(offset.group(2)) * 60;
        minutes += offset.group(3) == null ? 0 : offset.group(3).equals(".5") ? 30 : 45;
        return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
      }
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw ApiException.of(
          "The timezone \"" + text + "\" is not valid. Please enter a valid timezone.");
    }
  }

  private String currency() throws ApiException {
    String code = parameters.text("currency", before.currency());
    requireCurrency(code);
    return code;
  }

  static void requireCurrency(String code) throws ApiException {
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(currency -> currency.getCurrencyCode().equals(code))) {
      throw ApiException.of(
          "The currency \""
              + code
              + "\" is not valid. Please enter a valid currency symbol (eg. USD, EUR, etc.)");
    }
  }

  private Instant startDate() throws ApiException {
    String text = parameters.text("startDate", "").trim();
    if (text.isEmpty()) {
      return before.createdAt();
    }
    try {
      LocalDateTime start =
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T'));
      if (start.getYear() >= FIRST_YEAR && start.getYear() <= LAST_YEAR) {
        return start.toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeException e) {
      throw wrongStart();
    }
    throw wrongStart();
  }

  private static ApiException wrongStart() {
    return ApiException.of(
        400, "The parameter 'startDate' must look like 2024-12-31 or 2024-12-31 23:59:59.");
  }

  private Site.KeepFragment keepFragment() throws ApiException {
    if (parameters.text("keepURLFragments").isEmpty()) {
      return before.keepFragment();
    }
    return switch (parameters.number("keepURLFragments", 0)) {
      case 0 -> Site.KeepFragment.DEFAULT;
      case 1 -> Site.KeepFragment.YES;
      case 2 -> Site.KeepFragment.NO;
      default -> throw ApiException.of(400, "The parameter 'keepURLFragments' is 0, 1 or 2.");
    };
  }

  private boolean flag(String name, boolean otherwise) {
    return parameters.text(name).isPresent() ? parameters.flag(name) : otherwise;
  }

  /** What a new site is where nothing is said. */
  static NewSite usual(ZoneId zone, String currency, Instant now, String creator) {
    return new NewSite(
        "",
        List.of(),
        "website",
        "",
        now,
        zone,
        currency.toUpperCase(Locale.ROOT),
        false,
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Site.KeepFragment.DEFAULT,
        false,
        creator);
  }
}
