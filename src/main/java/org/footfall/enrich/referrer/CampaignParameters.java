package org.footfall.enrich.referrer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters by which addresses carry a campaign. They may stand in the landing address's
 * query, in its fragment, or be sent as parameters of the hit; of each field the first place that
 * has it counts, and there the most telling name. The names are those that Matomo and its plugin
 * for marketing campaigns document.
 */
public final class CampaignParameters {
  private enum Field {
    NAME,
    KEYWORD,
    SOURCE,
    MEDIUM,
    CONTENT,
    ID,
    GROUP,
    PLACEMENT
  }

  /** What a parameter says, and how telling it is; 0 is most. */
  private record Meaning(Field field, int rank) {}

  private static final Map<String, List<Meaning>> MEANINGS = meanings();

  /** All names; pages are told apart without them. */
  public static final List<String> ALL = MEANINGS.keySet().stream().sorted().toList();

  private static final int RANKS = 100;

  private final Map<Field, Told> fields = new EnumMap<>(Field.class);

  private record Told(String value, int rank) {}

  private CampaignParameters() {}

  /** A campaign as it was named, not yet cut or lowered. */
  record Named(String name, String keyword, Campaign campaign) {}

  private static Map<String, List<Meaning>> meanings() {
    Map<String, List<Meaning>> meanings = new HashMap<>();
    mean(
        meanings,
        Field.NAME,
        "pk_cpn",
        "pk_campaign",
        "piwik_campaign",
        "mtm_campaign",
        "matomo_campaign",
        "utm_campaign",
        "utm_source",
        "utm_medium");
    mean(
        meanings,
        Field.KEYWORD,
        "pk_kwd",
        "pk_keyword",
        "piwik_kwd",
        "mtm_kwd",
        "mtm_keyword",
        "matomo_kwd",
        "utm_term");
    mean(
        meanings,
        Field.SOURCE,
        "mtm_source",
        "matomo_source",
        "pk_source",
        "piwik_source",
        "utm_source");
    mean(
        meanings,
        Field.MEDIUM,
        "mtm_medium",
        "matomo_medium",
        "pk_medium",
        "piwik_medium",
        "utm_medium");
    mean(
        meanings,
        Field.CONTENT,
        "mtm_content",
        "matomo_content",
        "pk_content",
        "piwik_content",
        "utm_content");
    mean(meanings, Field.ID, "mtm_cid", "matomo_cid", "pk_cid", "piwik_cid", "utm_id");
    mean(meanings, Field.GROUP, "mtm_group", "matomo_group", "pk_group", "piwik_group");
    mean(
        meanings,
        Field.PLACEMENT,
        "mtm_placement",
        "matomo_placement",
        "pk_placement",
        "piwik_placement");
    return Map.copyOf(meanings);
  }

  /** The names of a field, most telling first. */
  private static void mean(Map<String, List<Meaning>> meanings, Field field, String... names) {
    for (int rank = 0; rank < names.length; rank++) {
      meanings
          .computeIfAbsent(names[rank], name -> new ArrayList<>())
          .add(new Meaning(field, rank));
    }
  }

  /** The campaign that an address or a hit names. */
  static Optional<Named> find(WebAddress page, Map<String, String> parameters) {
    CampaignParameters found = inPairs(null, page.query(), 0);
    found = inPairs(found, page.fragment(), 1);
    for (Map.Entry<String, String> sent : parameters.entrySet()) {
      if (mayBeOne(sent.getKey(), 0)) {
        found = take(found, sent.getKey(), sent.getValue(), 2);
      }
    }
    return found == null || found.value(Field.NAME).isEmpty()
        ? Optional.empty()
        : Optional.of(found.named());
  }

  private static CampaignParameters inPairs(CampaignParameters before, String pairs, int place) {
    CampaignParameters found = before;
    int at = 0;
    while (at < pairs.length()) {
      int end = pairs.indexOf('&', at);
      end = end < 0 ? pairs.length() : end;
      if (mayBeOne(pairs, at)) {
        int equals = at;
        while (equals < end && pairs.charAt(equals) != '=') {
          equals++;
        }
        if (equals < end) {
          String value = Pairs.decode(pairs.substring(equals + 1, end));
          found = take(found, pairs.substring(at, equals), value, place);
        }
      }
      at = end + 1;
    }
    return found;
  }

  /** Whether a name that begins there can be one of ours; spares nearly all look-ups. */
  private static boolean mayBeOne(String text, int at) {
    if (text.length() <= at) {
      return false;
    }
    return switch (text.charAt(at)) {
      case 'u' -> text.startsWith("utm_", at);
      case 'm' -> text.startsWith("mtm_", at) || text.startsWith("matomo_", at);
      case 'p' -> text.startsWith("pk_", at) || text.startsWith("piwik_", at);
      default -> false;
    };
  }

  /** Most hits carry nothing, so that the fields come to be with the first that is found. */
  private static CampaignParameters take(
      CampaignParameters before, String name, String value, int place) {
    List<Meaning> meanings = MEANINGS.get(name);
    String trimmed = value.trim();
    if (meanings == null || trimmed.isEmpty()) {
      return before;
    }
    CampaignParameters found = before == null ? new CampaignParameters() : before;
    for (Meaning meaning : meanings) {
      Told told = new Told(trimmed, place * RANKS + meaning.rank());
      found.fields.merge(
          meaning.field(), told, (old, other) -> other.rank() < old.rank() ? other : old);
    }
    return found;
  }

  private String value(Field field) {
    Told told = fields.get(field);
    return told == null ? "" : told.value();
  }

  private Named named() {
    return new Named(
        value(Field.NAME),
        value(Field.KEYWORD),
        new Campaign(
            value(Field.SOURCE),
            value(Field.MEDIUM),
            value(Field.CONTENT),
            value(Field.ID),
            value(Field.GROUP),
            value(Field.PLACEMENT)));
  }
}
