package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of every kind: the first kind that knows the user agent counts. */
final class ClientRules {
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, String> apps;
  private final BrowserRules browsers;

  private record Rule(String name, String version) {}

  private record Kind(Device.Kind kind, RuleList<Rule> rules) {}

  ClientRules(PublishedLists lists, RuleBook.Writer book, DeviceNames names) {
    apps = lists.texts("regexes/client/hints/apps");
    read(Device.Kind.FEED_READER, lists.read("regexes/client/feed_readers"), book);
    read(Device.Kind.MOBILE_APP, lists.read("regexes/client/mobile_apps"), book);
    read(Device.Kind.MEDIA_PLAYER, lists.read("regexes/client/mediaplayers"), book);
    read(Device.Kind.PIM, lists.read("regexes/client/pim"), book);
    browsers = new BrowserRules(lists, book, names);
    read(Device.Kind.LIBRARY, lists.read("regexes/client/libraries"), book);
  }

  private void read(Device.Kind kind, JsonNode list, RuleBook.Writer book) {
    RuleList.Writer<Rule> writer = new RuleList.Writer<>(book);
    for (JsonNode rule : list) {
      String name = rule.path("name").asText();
      String version = rule.path("version").asText();
      writer.add(new Rule(name, version), rule.path("regex").asText(), name, version);
    }
    kinds.add(new Kind(kind, writer.finish()));
  }

  Device.Client find(Subject subject, ClientHints hints) {
    for (Kind kind : kinds) {
      if (kind.kind() == Device.Kind.LIBRARY) {
        Device.Client browser = browsers.find(subject, hints);
        if (!browser.name().isEmpty()) {
          return browser;
        }
      }
      Device.Client client = find(kind, subject, hints);
      if (!client.name().isEmpty()) {
        return client;
      }
    }
    return Device.Client.UNKNOWN;
  }

  private Device.Client find(Kind kind, Subject subject, ClientHints hints) {
    RuleList.Found<Rule> found = kind.rules().first(subject);
    String name = found == null ? "" : found.fill(found.rule().name());
    String app = kind.kind() == Device.Kind.MOBILE_APP ? apps.get(hints.app()) : null;
    if (app != null && !app.equals(name)) {
      return Device.Client.of(kind.kind(), app, "");
    }
    return found == null
        ? Device.Client.UNKNOWN
        : Device.Client.of(kind.kind(), name, found.version(found.rule().version()));
  }
}
