package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Operating systems: by the rules of the user agent, then by the platform that the client hints
 * name. The hints know versions that frozen user agents no longer tell, the user agent often the
 * more special system (Ubuntu where the hints say Linux).
 */
final class OsRules {
  private static final String FILE = "parser/os-abstract-parser";

  private final DeviceNames names;
  private final RuleList<Rule> rules;
  private final Map<String, String> platforms;
  private final Map<String, String> fireVersions;

  /** Names in lower case without blanks → as the list writes them. */
  private final Map<String, String> squashed = new HashMap<>();

  private record Rule(String name, String version, RuleList<String> versions) {}

  private record Known(String name, String version) {}

  OsRules(PublishedLists lists, RuleBook.Writer book, DeviceNames names) {
    this.names = names;
    this.platforms = PublishedLists.keysOfMembers(lists.read(FILE, "CLIENTHINT_MAPPING"));
    this.fireVersions = lists.texts("parser/os/fire-os-version-map");
    names.systems().values().forEach(name -> squashed.putIfAbsent(squash(name), name));
    JsonNode list = lists.read("regexes/oss");
    List<RuleList<String>> versions = new ArrayList<>();
    for (JsonNode rule : list) {
      RuleList.Writer<String> writer = new RuleList.Writer<>(book);
      for (JsonNode version : rule.path("versions")) {
        String template = version.path("version").asText();
        writer.add(template, version.path("regex").asText(), template);
      }
      versions.add(writer.finish());
    }
    RuleList.Writer<Rule> writer = new RuleList.Writer<>(book);
    for (int i = 0; i < list.size(); i++) {
      JsonNode rule = list.get(i);
      String name = rule.path("name").asText();
      String version = rule.path("version").asText();
      writer.add(
          new Rule(name, version, versions.get(i)), rule.path("regex").asText(), name, version);
    }
    rules = writer.finish();
  }

  Device.Os find(Subject subject, ClientHints hints) {
    Known told = byAgent(subject);
    Known hinted = byHints(hints);
    Known known = hinted == null ? told : told == null ? hinted : join(hinted, told);
    if (known == null) {
      return Device.Os.UNKNOWN;
    }
    String code = names.codeOfOs(known.name());
    String name = names.nameOfOs(code);
    return new Device.Os(
        code, name.isEmpty() ? known.name() : name, known.version(), names.familyOfOs(code));
  }

  private Known byAgent(Subject subject) {
    RuleList.Found<Rule> found = rules.first(subject);
    if (found == null) {
      return null;
    }
    RuleList.Found<String> version = found.rule().versions().first(subject);
    return new Known(
        found.fill(found.rule().name()),
        version == null ? found.version(found.rule().version()) : version.version(version.rule()));
  }

  private Known byHints(ClientHints hints) {
    String platform = hints.platform();
    for (Map.Entry<String, String> mapped : platforms.entrySet()) {
      if (mapped.getKey().equalsIgnoreCase(platform)) {
        platform = mapped.getValue();
      }
    }
    String name = squashed.get(squash(platform));
    if (name == null) {
      return null;
    }
    String version = hints.platformVersion();
    if (name.equals("Windows")) {
      version = windows(version);
    } else if (Versions.major(version) == 0 && !version.equals("0.0.0")) {
      version = "";
    }
    return new Known(name, version);
  }

  /** What Windows tells is the version of an interface: 13 and above are Windows 11. */
  private static String windows(String version) {
    long major = Versions.major(version);
    if (major == 0) {
      return switch ((int) Versions.number(version.replaceFirst("^[^.]*\\.?", ""))) {
        case 1 -> "7";
        case 2 -> "8";
        case 3 -> "8.1";
        default -> version;
      };
    }
    if (major < 0) {
      return version;
    }
    return major < 11 ? "10" : "11";
  }

  private static String squash(String name) {
    return name.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private Known join(Known hinted, Known told) {
    String name = hinted.name();
    String version = hinted.version();
    if (version.isEmpty() && family(name).equals(family(told.name()))) {
      version = told.version();
    }
    if (name.equals("Windows") && version.equals("0.0.0")) {
      version = told.version().equals("10") ? "" : told.version();
    }
    if (name.equals("Puffin OS")) {
      version = told.version();
    }
    if (family(told.name()).equals(name) && !told.name().equals(name)) {
      return special(hinted, told, version);
    }
    boolean chrome = told.name().equals("Chrome OS");
    if (name.equals("GNU/Linux")
        && ((chrome && hinted.version().equals(told.version()))
            || told.name().equals("Meta Horizon"))) {
      return new Known(told.name(), version);
    }
    if (chrome && name.equals("Android")) {
      return new Known(told.name(), "");
    }
    return new Known(name, version);
  }

  /** The user agent knows better which system of the hinted family it is. */
  private Known special(Known hinted, Known told, String version) {
    return new Known(
        told.name(),
        switch (told.name()) {
          case "LeafOS", "HarmonyOS" -> "";
          case "PICO OS" -> told.version();
          case "Fire OS" -> hinted.version().isEmpty() ? version : fire(hinted.version());
          default -> version;
        });
  }

  /** Which Fire OS is built on a version of Android. */
  private String fire(String android) {
    String known = fireVersions.get(android);
    return known == null
        ? fireVersions.getOrDefault(String.valueOf(Versions.major(android)), "")
        : known;
  }

  private String family(String name) {
    return names.familyOfOs(names.codeOfOs(name));
  }
}
