package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.footfall.codec.ByteSink;

/**
 * AI assistants as the websites they are: a visit that one sent came from the host of the address,
 * as every Matomo before 5.5 says.
 */
final class AssistantSites {
  private static final String PROTOCOL = "://";

  private AssistantSites() {}

  /** Referrers of which no assistant is told apart. */
  static Groups among(Groups referrers) {
    boolean some = false;
    for (int i = 0; i < referrers.size() && !some; i++) {
      some = isAssistant(referrers.key(i));
    }
    if (!some) {
      return referrers;
    }
    GroupBuilder builder = new GroupBuilder(referrers.layout());
    for (int i = 0; i < referrers.size(); i++) {
      int group = builder.group(key(referrers.key(i)));
      builder.join(group, referrers.values(i));
    }
    Groups goals = referrers.goals();
    for (int i = 0; goals != null && i < goals.size(); i++) {
      List<String> key = goals.key(i);
      int group = builder.group(key(key.subList(0, key.size() - 1)));
      int goal = builder.goalGroup(goals.layout(), group, Long.parseLong(key.get(key.size() - 1)));
      builder.goals().join(goal, goals.values(i));
    }
    return united(referrers, builder.build());
  }

  /** Who came from assistants is among those who came from the websites they are. */
  private static Groups united(Groups referrers, Groups sites) {
    if (referrers.people().isEmpty()) {
      return sites;
    }
    KeyIndex keys = KeyIndex.of(sites.keys());
    int[] places = new int[referrers.size()];
    for (int i = 0; i < places.length; i++) {
      byte[] key = key(referrers.key(i));
      places[i] = keys.add(key, 0, key.length);
    }
    return People.with(sites, People.moved(referrers.people(), places));
  }

  private static boolean isAssistant(List<String> key) {
    return key.get(ReferrerKey.TYPE).equals(ReferrerType.AI_ASSISTANT.key());
  }

  private static byte[] key(List<String> key) {
    ByteSink bytes = new ByteSink();
    for (int part = 0; part < key.size(); part++) {
      if (part > 0) {
        bytes.put(Groups.BETWEEN);
      }
      String text = isAssistant(key) ? asWebsite(key, part) : key.get(part);
      bytes.put(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toBytes();
  }

  private static String asWebsite(List<String> key, int part) {
    return switch (part) {
      case ReferrerKey.TYPE -> ReferrerType.WEBSITE.key();
      case ReferrerKey.NAME -> host(key.get(ReferrerKey.ADDRESS), key.get(ReferrerKey.NAME));
      case ReferrerKey.KEYWORD -> "";
      default -> key.get(part);
    };
  }

  private static String host(String address, String otherwise) {
    int start = address.indexOf(PROTOCOL);
    if (start < 0) {
      return otherwise;
    }
    String rest = address.substring(start + PROTOCOL.length());
    int end = 0;
    while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end == 0 ? otherwise : rest.substring(0, end);
  }
}
