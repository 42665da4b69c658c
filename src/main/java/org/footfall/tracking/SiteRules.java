package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import org.footfall.privacy.AddressRange;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;
import org.footfall.site.Site;

/** A site and what is left out on it, by its own choice and by the installation's. */
record SiteRules(
    Site site, List<AddressRange> excludedAddresses, UserAgentRules userAgents, SiteUrls urls) {

  static SiteRules of(Site site, InstanceSettings settings) {
    List<String> addresses = both(settings, InstanceSetting.EXCLUDED_IPS, site.excludedIps());
    List<String> agents =
        both(settings, InstanceSetting.EXCLUDED_USER_AGENTS, site.excludedUserAgents());
    return new SiteRules(
        site,
        AddressRange.parseAll(addresses),
        new UserAgentRules(agents),
        new SiteUrls(site.urls()));
  }

  private static List<String> both(
      InstanceSettings settings, InstanceSetting everywhere, List<String> here) {
    List<String> both = new ArrayList<>(settings.list(everywhere));
    both.addAll(here);
    return both;
  }
}
