package org.footfall.privacy;

import java.util.Map;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceSettings;

/**
 * The installation's choices on privacy.
 *
 * @param maskedBytes how many bytes of an IPv4 address are zeroed, 0 (none: the whole address is
 *     kept) to 4; IPv6 see {@link IpMask}
 * @param enrichFromMasked whether country and hash come from the masked address, too
 * @param doNotTrack whether browsers that send {@code DNT: 1} are left out
 */
public record PrivacySettings(int maskedBytes, boolean enrichFromMasked, boolean doNotTrack) {
  public PrivacySettings {
    maskedBytes = Math.max(0, Math.min(4, maskedBytes));
  }

  public static PrivacySettings from(InstanceSettings settings) {
    return new PrivacySettings(
        settings.number(InstanceSetting.MASKED_BYTES),
        settings.flag(InstanceSetting.ENRICH_FROM_MASKED),
        settings.flag(InstanceSetting.DO_NOT_TRACK));
  }

  /** The values as they are stored. */
  public Map<InstanceSetting, String> values() {
    return Map.of(
        InstanceSetting.MASKED_BYTES,
        Integer.toString(maskedBytes),
        InstanceSetting.ENRICH_FROM_MASKED,
        enrichFromMasked ? "1" : "0",
        InstanceSetting.DO_NOT_TRACK,
        doNotTrack ? "1" : "0");
  }

  public boolean masking() {
    return maskedBytes > 0;
  }
}
