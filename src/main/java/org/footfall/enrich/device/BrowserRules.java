package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Browsers: by the rules of the user agent, then by the brands that the client hints name, then by
 * the Android program around the page. A browser's engine is what its rule says, by version, or
 * else the first of the engines that the user agent names.
 */
final class BrowserRules {
  private static final String FILE = "parser/client/browser";
  private static final Set<String> GENERAL = Set.of("", "Chrome", "Chromium", "Microsoft Edge");
  private static final Set<String> CHROMIUM = Set.of("CR", "CV", "AN", "CM");

  private final DeviceNames names;
  private final RuleList<Rule> rules;
  private final RuleList<String> engines;

  /** Names that hints use → ours. */
  private final Map<String, String> aliases;

  /** Names in lower case without blanks → place in the list. */
  private final Map<String, Integer> squashed = new HashMap<>();

  private final List<String> listed;
  private final Map<String, String> apps;

  /** Browsers whose hints tell the version of something else. */
  private final Set<String> versionOfAgent;

  private record Rule(String name, String version, String engine, Map<String, String> engines) {}

  private record Hinted(String name, String version, boolean blink) {}

  BrowserRules(PublishedLists lists, RuleBook.Writer book, DeviceNames names) {
    this.names = names;
    aliases = new HashMap<>();
    PublishedLists.keysOfMembers(lists.read(FILE, "CLIENTHINT_MAPPING"))
        .forEach((alias, name) -> aliases.put(alias.toLowerCase(Locale.ROOT), name));
    versionOfAgent =
        new HashSet<>(PublishedLists.members(lists.read(FILE, "BROWSERHINT_SKIP_VERSION")));
    apps = lists.texts("regexes/client/hints/browsers");
    listed = new ArrayList<>(lists.texts("parser/client/browser-short").values());
    for (int i = 0; i < listed.size(); i++) {
      squashed.putIfAbsent(squash(listed.get(i)), i);
    }
    RuleList.Writer<Rule> writer = new RuleList.Writer<>(book);
    for (JsonNode rule : lists.read("regexes/client/browsers")) {
      String name = rule.path("name").asText();
      String version = rule.path("version").asText();
      JsonNode engine = rule.path("engine");
      Map<String, String> byVersion = new HashMap<>();
      engine
          .path("versions")
          .properties()
          .forEach(entry -> byVersion.put(entry.getKey(), entry.getValue().asText()));
      writer.add(
          new Rule(name, version, engine.path("default").asText(), Map.copyOf(byVersion)),
          rule.path("regex").asText(),
          name,
          version);
    }
    rules = writer.finish();
    RuleList.Writer<String> engineWriter = new RuleList.Writer<>(book);
    for (JsonNode engine : lists.read("regexes/client/browser_engine")) {
      engineWriter.add(engine.path("name").asText(), engine.path("regex").asText());
    }
    engines = engineWriter.finish();
  }

  Device.Client find(Subject subject, ClientHints hints) {
    Device.Client told = byAgent(subject);
    Hinted hinted = byHints(hints);
    Device.Client client = hinted.name().isEmpty() ? told : join(hinted, told);
    String app = apps.get(hints.app());
    if (app != null && !app.equals(client.name())) {
      boolean blink = subject.says("chrome/") && subject.says("safari/537.36");
      Device.Client inner = browser(app, "", blink ? "Blink" : client.engine());
      return blink && inner.family().isEmpty()
          ? new Device.Client(
              inner.kind(), app, "", inner.code(), inner.engine(), names.familyOfBrowser("CH"))
          : inner;
    }
    return client;
  }

  private Device.Client byAgent(Subject subject) {
    RuleList.Found<Rule> found = rules.first(subject);
    if (found == null) {
      return Device.Client.UNKNOWN;
    }
    Rule rule = found.rule();
    String version = found.version(rule.version());
    String engine = engine(rule, version);
    if (engine.isEmpty()) {
      RuleList.Found<String> named = engines.first(subject);
      engine = named == null ? "" : named.rule();
    }
    return browser(found.fill(rule.name()), version, engine);
  }

  private static String engine(Rule rule, String version) {
    String engine = rule.engine();
    String since = "";
    for (Map.Entry<String, String> entry : rule.engines().entrySet()) {
      if (Versions.atLeast(version, entry.getKey())
          && (since.isEmpty() || Versions.compare(entry.getKey(), since) > 0)) {
        since = entry.getKey();
        engine = entry.getValue();
      }
    }
    return engine;
  }

  private Device.Client browser(String name, String version, String engine) {
    String code = names.codeOfBrowser(name);
    String known = names.nameOfBrowser(code);
    return new Device.Client(
        Device.Kind.BROWSER,
        known.isEmpty() ? name : known,
        version,
        code,
        engine,
        names.familyOfBrowser(code));
  }

  private Hinted byHints(ClientHints hints) {
    String name = "";
    String version = "";
    boolean blink = false;
    for (ClientHints.Brand brand : hints.brands()) {
      blink |= brand.name().equals("Chromium") || brand.name().equals("Android WebView");
      String found = GENERAL.contains(name) ? listed(brand.name()) : "";
      if (!found.isEmpty() && !(name.equals("Chrome") && found.equals("Chromium"))) {
        name = found;
        version = brand.version();
      }
    }
    return version.isEmpty() ? new Hinted("", "", false) : new Hinted(name, version, blink);
  }

  /** The browser a brand means, with or without "Browser". */
  private String listed(String brand) {
    String name = squash(aliases.getOrDefault(brand.toLowerCase(Locale.ROOT), brand));
    int place = Integer.MAX_VALUE;
    for (String way : List.of(name, name + "browser", name.replaceFirst("browser$", ""))) {
      place = Math.min(place, squashed.getOrDefault(way, Integer.MAX_VALUE));
    }
    return place == Integer.MAX_VALUE ? "" : listed.get(place);
  }

  private static String squash(String name) {
    return name.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private Device.Client join(Hinted hinted, Device.Client told) {
    String name = hinted.name();
    String version = hinted.version();
    String engine = hinted.blink() ? "Blink" : "";
    String family = names.familyOfBrowser(names.codeOfBrowser(name));
    if (version.startsWith("202") && version.length() > 3 && version.charAt(3) <= '4') {
      // Versions that are years are this one's.
      name = "Iridium";
    }
    if (told.name().isEmpty()) {
      return browser(name, name.equals("DuckDuckGo Privacy Browser") ? "" : version, engine);
    }
    if (version.startsWith("15") && told.version().startsWith("114")) {
      name = "360 Secure Browser";
      engine = told.engine();
    }
    if (!told.version().isEmpty() && versionOfAgent.contains(names.codeOfBrowser(name))) {
      version = told.version();
    }
    if ((name.equals("Chromium") || name.equals("Chrome Webview"))
        && !CHROMIUM.contains(told.code())) {
      name = told.name();
      if (Versions.major(told.version()) != Versions.major(version)
          || Versions.compare(version, told.version()) <= 0) {
        version = told.version();
      }
    }
    if (told.name().equals(name + " Mobile")) {
      name = told.name();
    }
    if (name.equals(told.name()) || family.equals(told.family())) {
      engine = told.engine();
    }
    if (told.version().startsWith(version) && Versions.compare(version, told.version()) < 0) {
      version = told.version();
    }
    return browser(name, name.equals("DuckDuckGo Privacy Browser") ? "" : version, engine);
  }
}
