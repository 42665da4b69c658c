package org.footfall.enrich.referrer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.config.Setting;

/** The settings of the group {@code referrer}. */
public final class ReferrerSettings {
  private static final String PLACE = "(?<place>[^\\s=/:]+(?:/[^\\s=]*)?)";
  private static final String NAME = "\\s*=\\s*(?<name>[^\\s=:](?:[^=:]*[^\\s=:])?)\\s*";
  private static final String TERMS = "(?::(?<parameters>\\s*[^\\s=:,]+(?:[\\s,]+[^\\s=:,]+)*))?";
  private static final Pattern HOST = Pattern.compile(PLACE);
  private static final Pattern NAMED = Pattern.compile(PLACE + NAME);
  private static final Pattern ENGINE = Pattern.compile(PLACE + NAME + TERMS);

  static final Setting<List<String>> SEARCH_ENGINES =
      Setting.list(
              "referrer.search_engines",
              List.of(),
              "More search engines, such as \"search.example.org = Example: q, query\": the host, or"
                  + " host and path, the name, and the parameters that carry what was searched"
                  + " for.")
          .form(ENGINE, "entries such as \"search.example.org = Example: q, query\"");
  static final Setting<List<String>> SOCIAL_NETWORKS =
      Setting.list(
              "referrer.social_networks",
              List.of(),
              "More social networks, such as \"social.example.org = Example\"; all below the host is"
                  + " meant, too.")
          .form(NAMED, "entries such as \"social.example.org = Example\"");
  static final Setting<List<String>> AI_ASSISTANTS =
      Setting.list(
              "referrer.ai_assistants",
              List.of(),
              "More AI assistants, such as \"chat.example.org = Example\"; all below the host is"
                  + " meant, too.")
          .form(NAMED, "entries such as \"chat.example.org = Example\"");
  static final Setting<List<String>> WEBSITES =
      Setting.list(
              "referrer.websites",
              List.of(),
              "Hosts, or hosts and paths, that are web sites, whatever the lists that came along"
                  + " say.")
          .form(HOST, "hosts such as \"news.example.org\"");
  static final Setting<Boolean> SPAM_FILTER =
      Setting.flag(
          "referrer.spam_filter",
          true,
          "Whether hits are left out that name the host of a known spammer as their referrer.");
  static final Setting<List<String>> SPAM =
      Setting.list(
              "referrer.spam", List.of(), "More hosts of spammers; all below them is meant, too.")
          .form(HOST, "hosts such as \"spam.example\"");

  /** All of them. */
  public static final List<Setting<?>> ALL =
      List.of(SEARCH_ENGINES, SOCIAL_NETWORKS, AI_ASSISTANTS, WEBSITES, SPAM_FILTER, SPAM);

  private ReferrerSettings() {}

  /** The parts of an entry that the configuration accepted. */
  static Matcher parts(String entry) {
    Matcher parts = ENGINE.matcher(entry.trim());
    if (!parts.matches()) {
      throw new IllegalArgumentException(entry + " is no host with a name");
    }
    return parts;
  }
}
