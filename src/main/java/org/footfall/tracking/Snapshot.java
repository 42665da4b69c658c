package org.footfall.tracking;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.account.Account;
import org.footfall.account.ApiToken;
import org.footfall.account.Caller;
import org.footfall.privacy.AddressHash;
import org.footfall.privacy.PrivacySettings;
import org.footfall.privacy.Pseudonyms;
import org.footfall.site.Goal;
import org.footfall.site.InstanceSetting;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/**
 * Everything hits are judged by, as it was at one moment, ready for use: rules are parsed and keys
 * prepared. Immutable.
 */
public final class Snapshot {
  private final Map<Integer, SiteRules> sites = new HashMap<>();
  private final Set<SnapshotData.GoalNumber> goals = new HashSet<>();
  private final Map<String, ApiToken> tokens = new HashMap<>();
  private final Map<String, Caller> callers = new HashMap<>();
  private final PrivacySettings privacy;
  private final AddressHash addressHash;
  private final Pseudonyms pseudonyms;
  private final Discretion discretion;
  private final int shards;

  Snapshot(SnapshotData data) {
    for (Site site : data.sites()) {
      sites.put(site.id().value(), SiteRules.of(site, data.settings()));
    }
    for (SnapshotData.GoalNumber goal : data.goals()) {
      goals.add(goal);
    }
    for (ApiToken token : data.tokens()) {
      tokens.put(token.hash(), token);
    }
    for (Account account : data.accounts()) {
      callers.put(account.login(), account.caller());
    }
    this.privacy = PrivacySettings.from(data.settings());
    this.shards = data.settings().number(InstanceSetting.SHARDS);
    String secret = data.settings().text(InstanceSetting.SECRET);
    byte[] key = HexFormat.of().parseHex(secret);
    this.addressHash = new AddressHash(data.salts(), key);
    this.pseudonyms = new Pseudonyms(key);
    this.discretion = new Discretion(privacy, pseudonyms);
  }

  /** How many streams the queue has. */
  public int shards() {
    return shards;
  }

  /** How many sites there are. */
  public int sites() {
    return sites.size();
  }

  /** The site and its rules, or null. */
  SiteRules site(long id) {
    return id > 0 && id <= Integer.MAX_VALUE ? sites.get((int) id) : null;
  }

  /** Whether a site has a goal of a number. */
  boolean hasGoal(SiteId site, long goal) {
    return goal <= Goal.MOST && goals.contains(new SnapshotData.GoalNumber(site, (int) goal));
  }

  /** The installation's choices on privacy. */
  public PrivacySettings privacy() {
    return privacy;
  }

  Discretion discretion() {
    return discretion;
  }

  /** Keyed hashes with the installation's secret. */
  public Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  AddressHash addressHash() {
    return addressHash;
  }

  /** Whose token this is, shown in this way at this moment. */
  Optional<Caller> caller(String token, boolean secure, Instant now) {
    ApiToken known = tokens.get(ApiToken.hash(token));
    return known != null && known.valid(now, secure)
        ? Optional.ofNullable(callers.get(known.login()))
        : Optional.empty();
  }
}
