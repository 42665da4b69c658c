package org.footfall.privacy;

import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;

/**
 * The installation's choices on privacy.
 *
 * @param maskedBytes how many bytes of an IPv4 address are zeroed, 0 (none: the whole address is
 *     kept) to 4; IPv6 see {@link IpMask}
 * @param enrichFromMasked whether place and hash come from the masked address, too
 * @param doNotTrack whether browsers that send {@code DNT: 1} are left out
 * @param globalPrivacyControl whether browsers that send {@code Sec-GPC: 1} are left out
 * @param userPseudonyms whether {@link Pseudonyms} stand for user ids
 * @param orderPseudonyms whether they stand for order ids
 * @param cookieless whether ids that browsers keep in cookies are not used
 */
public record PrivacySettings(
    int maskedBytes,
    boolean enrichFromMasked,
    boolean doNotTrack,
    boolean globalPrivacyControl,
    boolean userPseudonyms,
    boolean orderPseudonyms,
    ReferrerDetail referrer,
    boolean cookieless) {
  public PrivacySettings {
    maskedBytes = Math.max(0, Math.min(4, maskedBytes));
  }

  public static PrivacySettings from(InstanceSettings settings) {
    return new PrivacySettings(
        settings.number(InstanceSetting.MASKED_BYTES),
        settings.flag(InstanceSetting.ENRICH_FROM_MASKED),
        settings.flag(InstanceSetting.DO_NOT_TRACK),
        settings.flag(InstanceSetting.GLOBAL_PRIVACY_CONTROL),
        settings.flag(InstanceSetting.ANONYMIZE_USER_ID),
        settings.flag(InstanceSetting.ANONYMIZE_ORDER_ID),
        ReferrerDetail.of(settings.text(InstanceSetting.ANONYMIZE_REFERRER)),
        settings.flag(InstanceSetting.COOKIELESS));
  }

  public boolean masking() {
    return maskedBytes > 0;
  }
}
