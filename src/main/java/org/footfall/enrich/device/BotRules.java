package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;

/** Programs that nobody sits at. */
final class BotRules {
  private final RuleList<Device.Bot> rules;

  BotRules(PublishedLists lists, RuleBook.Writer book) {
    RuleList.Writer<Device.Bot> writer = new RuleList.Writer<>(book);
    for (JsonNode rule : lists.read("regexes/bots")) {
      String name = rule.path("name").asText();
      String producer = rule.path("producer").path("name").asText("");
      writer.add(
          new Device.Bot(name, rule.path("category").asText(), producer),
          rule.path("regex").asText(),
          name);
    }
    rules = writer.finish();
  }

  Device.Bot find(Subject subject) {
    RuleList.Found<Device.Bot> found = rules.first(subject);
    if (found == null) {
      return Device.Bot.NONE;
    }
    Device.Bot bot = found.rule();
    return new Device.Bot(found.fill(bot.name()), bot.category(), bot.producer());
  }
}
