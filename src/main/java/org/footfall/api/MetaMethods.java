package org.footfall.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code API.*}: about the interface itself. */
final class MetaMethods {
  /** The Matomo release this interface is compatible with; clients choose their ways by it. */
  static final String COMPATIBLE_WITH = "5.2.0-b5";

  /** What {@code language} may say; texts are English if it says something else. */
  private static final List<String> LANGUAGES = List.of("en");

  private final ApiMethods methods;

  MetaMethods(ApiMethods methods) {
    this.methods = methods;
  }

  void addTo() {
    methods.add("API.getMatomoVersion", MetaMethods::version);
    methods.add("API.getPiwikVersion", MetaMethods::version);
    methods.add("API.getPhpVersion", MetaMethods::runtime);
    methods.add("API.getIpFromHeader", MetaMethods::address);
    methods.add("LanguagesManager.getAvailableLanguages", call -> new Answer.Values(LANGUAGES));
    methods.add("LanguagesManager.getAvailableLanguageNames", call -> languages());
    methods.add("LanguagesManager.isLanguageAvailable", MetaMethods::isAvailable);
    methods.add("API.getSettings", call -> new Answer.One(settings()));
    methods.add("API.getAvailableMeasurableTypes", MetaMethods::types);
    methods.add("API.isPluginActivated", this::isActive);
  }

  private static Answer version(ApiCall call) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(COMPATIBLE_WITH);
  }

  /** Clients ask for PHP's version; there is none, so what runs instead is said. */
  private static Answer runtime(ApiCall call) throws ApiException {
    call.requireSuperuser();
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("version", "");
    version.put("major", 0);
    version.put("minor", 0);
    version.put("release", 0);
    version.put("versionId", 0);
    version.put("extra", "Java " + Runtime.version().feature());
    return new Answer.One(version);
  }

  private static Answer address(ApiCall call) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(call.ip());
  }

  private static Answer languages() {
    Map<String, Object> english = new LinkedHashMap<>();
    english.put("code", "en");
    english.put("name", "English");
    english.put("english_name", "English");
    return Answer.Table.of(List.of(english));
  }

  private static Answer isAvailable(ApiCall call) throws ApiException {
    return new Answer.Value(LANGUAGES.contains(call.parameters().required("languageCode")));
  }

  /** How many hits an app should collect before it sends them, and how long, in seconds. */
  private static Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("SDK_batch_size", "10");
    settings.put("SDK_interval_value", "30");
    return settings;
  }

  private static Answer types(ApiCall call) throws ApiException {
    call.requireAnyView();
    List<Map<String, Object>> types = new ArrayList<>();
    types.add(type("website", "Website", "Pages that people open in a browser."));
    types.add(type("mobileapp", "Mobile App", "An application on a phone or tablet."));
    types.add(type("intranet", "Intranet Website", "Pages that only an organisation can open."));
    return Answer.Table.of(types);
  }

  private static Map<String, Object> type(String id, String name, String description) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", id);
    type.put("name", name);
    type.put("description", description);
    return type;
  }

  /** What Matomo keeps in a plugin is there if methods of its name are. */
  private Answer isActive(ApiCall call) throws ApiException {
    call.requireAnyView();
    String plugin = call.parameters().required("pluginName");
    Set<String> modules =
        methods.all().keySet().stream()
            .map(name -> name.substring(0, name.indexOf('.')))
            .collect(Collectors.toSet());
    return new Answer.Value(modules.contains(plugin));
  }
}
