package org.footfall.ui;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hidden field that proves a form was sent from our own page.
 *
 * <p>It is a keyed hash of a secret that only this browser has (its session id, or before sign-in a
 * random cookie), so that nothing is stored. Each page masks it anew with random bytes: compressed
 * answers that hold a constant secret beside text of others' choice would give it away.
 */
final class FormToken {
  /** The field's name in every form. */
  static final String FIELD = "form_token";

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** A new mask of the token that belongs to the secret. */
  String issue(String secret) {
    byte[] token = token(secret);
    byte[] masked = new byte[2 * BYTES];
    byte[] mask = new byte[BYTES];
    random.nextBytes(mask);
    for (int i = 0; i < BYTES; i++) {
      masked[i] = mask[i];
      masked[BYTES + i] = (byte) (mask[i] ^ token[i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
  }

  /** Whether a sent field is some mask of the token that belongs to the secret. */
  boolean matches(String secret, String sent) {
    byte[] masked;
    try {
      masked = Base64.getUrlDecoder().decode(sent);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    if (masked.length != 2 * BYTES) {
      return false;
    }
    byte[] token = Arrays.copyOfRange(masked, BYTES, 2 * BYTES);
    for (int i = 0; i < BYTES; i++) {
      token[i] ^= masked[i];
    }
    return MessageDigest.isEqual(token, token(secret));
  }

  private static byte[] token(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal("footfall form".getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
