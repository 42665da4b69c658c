package org.footfall.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.footfall.site.SiteId;

/**
 * Stands for an address without telling it.
 *
 * <p>It is the first 8 bytes of HMAC-SHA-256 over site, day and address. The key is the day's salt,
 * which is drawn at random, kept for five days and then forgotten: from then on nobody can find out
 * by trying all addresses which one a hash stands for. The same visitor has another hash on another
 * site and on another day. Days without a salt (imports, hits that come very late) are keyed by the
 * installation's secret instead.
 */
public final class AddressHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<LocalDate, SecretKeySpec> daily = new HashMap<>();
  private final SecretKeySpec otherDays;

  /**
   * Hashing with these keys.
   *
   * @param salts by day of the site's clock
   * @param secret the installation's, not empty
   */
  public AddressHash(Map<LocalDate, byte[]> salts, byte[] secret) {
    salts.forEach((day, salt) -> daily.put(day, new SecretKeySpec(salt, ALGORITHM)));
    this.otherDays = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The hash of an address; 0 for an unknown one. */
  public long of(SiteId site, LocalDate day, byte[] address) {
    if (address.length == 0) {
      return 0;
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(daily.getOrDefault(day, otherDays));
      mac.update(ByteBuffer.allocate(12).putInt(site.value()).putLong(day.toEpochDay()).array());
      return ByteBuffer.wrap(mac.doFinal(address)).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
