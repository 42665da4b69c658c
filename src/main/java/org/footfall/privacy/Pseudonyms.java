package org.footfall.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for names: the same for the same, and nobody without the installation's secret
 * can tell whose it is, or try out names. They are the first 40 hexadecimal digits of HMAC-SHA-256,
 * as long as those that Matomo makes, so that they fit wherever these do.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGITS = 40;

  private final SecretKeySpec key;

  /**
   * @param secret the installation's, not empty
   */
  public Pseudonyms(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The pseudonym of a name.
   *
   * @param kind what is named, such as {@code user}: equal names of two kinds are not seen to be
   */
  public String of(String kind, String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((kind + '\0').getBytes(StandardCharsets.UTF_8));
      byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
