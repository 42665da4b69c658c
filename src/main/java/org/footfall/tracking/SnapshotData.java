package org.footfall.tracking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.footfall.account.Account;
import org.footfall.account.ApiToken;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;
import org.footfall.site.SiteId;

/** What a {@link Snapshot} is made of, as the database and the state file hold it. */
record SnapshotData(
    List<Site> sites,
    List<GoalNumber> goals,
    InstanceSettings settings,
    List<Account> accounts,
    List<ApiToken> tokens,
    Map<LocalDate, byte[]> salts) {

  /** A goal that there is. */
  record GoalNumber(SiteId site, int goal) {}
}
