package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.enrich.referrer.ReferrerType;
import org.footfall.report.LanguageTag;
import org.footfall.report.Places;
import org.footfall.report.live.LoggedRow;
import org.footfall.segment.Countries;
import org.footfall.segment.DeviceNames;
import org.footfall.visitlog.Columns;

/** What the codes of a visit's row are called: referrer, language, device, place, plug-ins. */
final class VisitNames {
  private static final String ICONS = "plugins/Morpheus/icons/dist/";
  private static final String UNKNOWN = "Unknown";
  private static final String UNKNOWN_CODE = "UNK";

  /** Where on Google's page the visitor found the site. */
  private static final Pattern POSITION =
      Pattern.compile("^https?://[^/]*google\\.[^?]*\\?(?:[^#]*&)?cd=(\\d{1,4})(?:[&#]|$)");

  /** Engines with the browser they are best known by. */
  private static final Map<String, String> ENGINES =
      Map.of(
          "Blink", "Blink (Chrome, Opera)",
          "Gecko", "Gecko (Firefox)",
          "KHTML", "KHTML (Konqueror)",
          "Presto", "Presto (Opera)",
          "Trident", "Trident (IE)",
          "WebKit", "WebKit (Safari)");

  private static final List<String> DEVICE_TYPES =
      List.of(
          "Desktop",
          "Smartphone",
          "Tablet",
          "Feature phone",
          "Console",
          "TV",
          "Car browser",
          "Smart display",
          "Camera",
          "Portable media player",
          "Phablet",
          "Smart speaker",
          "Wearable",
          "Peripheral");

  /** By bit. */
  private static final List<String> PLUGINS =
      List.of(
          "cookie",
          "flash",
          "java",
          "quicktime",
          "realplayer",
          "pdf",
          "windowsmedia",
          "silverlight",
          "director",
          "gears");

  private final KnownReferrers referrers;
  private final DeviceNames devices;

  VisitNames(KnownReferrers referrers, DeviceNames devices) {
    this.referrers = referrers;
    this.devices = devices;
  }

  /** {@code direct}, {@code search} …. */
  static String referrerWord(long type) {
    return org.footfall.report.ReferrerType.word(Long.toString(type));
  }

  void putReferrer(LoggedRow row, Map<String, Object> fields) {
    long type = row.number(Columns.REFERRER_TYPE);
    String name = row.text(Columns.REFERRER_NAME);
    String keyword = row.text(Columns.REFERRER_KEYWORD);
    String url = row.text(Columns.REFERRER_URL);
    boolean search = type == ReferrerType.SEARCH.code();
    boolean social = type == ReferrerType.SOCIAL.code();
    fields.put("referrerType", referrerWord(type));
    fields.put("referrerTypeName", org.footfall.report.ReferrerType.label(Long.toString(type)));
    fields.put("referrerName", name);
    fields.put("referrerKeyword", search && keyword.isEmpty() ? "Keyword not defined" : keyword);
    fields.put("referrerKeywordPosition", search ? position(url) : null);
    fields.put("referrerUrl", VisitFields.orNull(url));
    Optional<String> engine = search ? referrers.home(ReferrerType.SEARCH, name) : Optional.empty();
    Optional<String> network =
        social ? referrers.home(ReferrerType.SOCIAL, name) : Optional.empty();
    fields.put("referrerSearchEngineUrl", engine.map(host -> "http://" + host).orElse(null));
    fields.put(
        "referrerSearchEngineIcon",
        engine
            .map(host -> ICONS + "searchEngines/" + host.replaceFirst("/.*", "") + ".png")
            .orElse(null));
    fields.put("referrerSocialNetworkUrl", network.orElse(null));
    fields.put(
        "referrerSocialNetworkIcon",
        network.map(host -> ICONS + "socials/" + host + ".png").orElse(null));
  }

  private static String position(String url) {
    Matcher matcher = POSITION.matcher(url);
    return matcher.find() ? matcher.group(1) : null;
  }

  void putLanguage(LoggedRow row, Map<String, Object> fields) {
    String code = LanguageTag.of(row.text(Columns.LANGUAGE));
    fields.put("languageCode", code);
    fields.put("language", LanguageTag.name(code));
  }

  void putDevice(LoggedRow row, Map<String, Object> fields) {
    int number = (int) row.number(Columns.DEVICE_TYPE) - 1;
    String type = number < 0 || number >= DEVICE_TYPES.size() ? UNKNOWN : DEVICE_TYPES.get(number);
    String model = row.text(Columns.DEVICE_MODEL);
    String brand = row.text(Columns.DEVICE_BRAND);
    fields.put("deviceType", type);
    fields.put(
        "deviceTypeIcon",
        ICONS + "devices/" + type.toLowerCase(Locale.ROOT).replace(' ', '_') + ".png");
    fields.put("deviceBrand", brand.isEmpty() ? UNKNOWN : named(devices.brand(brand), brand));
    String generic = type.equals(UNKNOWN) ? UNKNOWN : "Generic " + titled(type);
    boolean unnamed = model.isEmpty() || model.startsWith("generic ");
    fields.put("deviceModel", unnamed ? generic : model);
    putSystem(row, fields);
    putBrowser(row, fields);
  }

  /** A code that nobody knows is its own name. */
  private static String named(String name, String code) {
    return name.isEmpty() ? code : name;
  }

  private void putSystem(LoggedRow row, Map<String, Object> fields) {
    String code = row.text(Columns.OS);
    boolean known = !code.isEmpty() && !code.equals(UNKNOWN_CODE);
    boolean bot = code.equals("BOT");
    String name = bot ? "Bot" : known ? named(devices.os(code), code) : UNKNOWN;
    String version = row.text(Columns.OS_VERSION);
    boolean told = known && !version.isEmpty() && !version.equals(UNKNOWN_CODE);
    fields.put("operatingSystem", told ? name + " " + version : name);
    fields.put("operatingSystemName", name);
    fields.put("operatingSystemIcon", ICONS + "os/" + (known ? code : UNKNOWN_CODE) + ".png");
    fields.put("operatingSystemCode", known ? code : UNKNOWN_CODE);
    boolean none = version.isEmpty() && (!known || bot);
    fields.put("operatingSystemVersion", none ? UNKNOWN_CODE : version);
  }

  private void putBrowser(LoggedRow row, Map<String, Object> fields) {
    String code = row.text(Columns.BROWSER);
    boolean known = !code.isEmpty() && !code.equals(UNKNOWN_CODE);
    String name = known ? named(devices.browser(code), code) : UNKNOWN;
    String version = row.text(Columns.BROWSER_VERSION);
    String engine = row.text(Columns.BROWSER_ENGINE);
    fields.put("browserFamily", engine);
    fields.put(
        "browserFamilyDescription",
        engine.isEmpty() ? UNKNOWN : ENGINES.getOrDefault(engine, engine));
    fields.put("browser", version.isEmpty() ? name : name + " " + version);
    fields.put("browserName", name);
    fields.put("browserIcon", ICONS + "browsers/" + (known ? code : UNKNOWN_CODE) + ".png");
    fields.put("browserCode", known ? code : UNKNOWN_CODE);
    fields.put("browserVersion", version);
  }

  void putPlace(LoggedRow row, Map<String, Object> fields) {
    String code = row.text(Columns.COUNTRY);
    String country = Countries.name(code);
    String region = row.text(Columns.REGION);
    String city = row.text(Columns.CITY);
    fields.put("continent", Places.continent(code));
    fields.put("continentCode", Countries.continent(code));
    fields.put("country", country);
    fields.put("countryCode", code.isEmpty() ? "xx" : code);
    fields.put("countryFlag", ICONS + "flags/" + (code.isEmpty() ? "xx" : code) + ".png");
    String regionName = region.isEmpty() ? "" : Places.name(List.of(code, region), 1);
    fields.put("region", VisitFields.orNull(regionName));
    fields.put("regionCode", VisitFields.orNull(region));
    fields.put("city", VisitFields.orNull(city));
    StringJoiner location = new StringJoiner(", ");
    for (String part : List.of(city, regionName, country)) {
      if (!part.isEmpty()) {
        location.add(part);
      }
    }
    fields.put("location", location.toString());
    boolean placed = row.number(Columns.LATITUDE) != 0 || row.number(Columns.LONGITUDE) != 0;
    fields.put("latitude", placed ? degrees(row.number(Columns.LATITUDE)) : null);
    fields.put("longitude", placed ? degrees(row.number(Columns.LONGITUDE)) : null);
  }

  private static String degrees(long millionths) {
    return MoneyText.decimal(millionths).toPlainString();
  }

  void putPlugins(LoggedRow row, Map<String, Object> fields) {
    long bits = row.number(Columns.PLUGINS);
    TreeSet<String> names = new TreeSet<>();
    for (int bit = 0; bit < PLUGINS.size(); bit++) {
      if ((bits >> bit & 1) == 1) {
        names.add(PLUGINS.get(bit));
      }
    }
    List<Map<String, Object>> icons = new ArrayList<>();
    for (String name : names) {
      Map<String, Object> icon = new LinkedHashMap<>();
      icon.put("pluginIcon", ICONS + "plugins/" + name + ".png");
      icon.put("pluginName", name);
      icons.add(icon);
    }
    fields.put("plugins", String.join(", ", names));
    fields.put("pluginsIcons", icons.isEmpty() ? null : icons);
  }

  private static String titled(String text) {
    StringBuilder titled = new StringBuilder();
    for (String word : text.split(" ")) {
      titled.append(titled.isEmpty() ? "" : " ");
      titled.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return titled.toString();
  }
}
