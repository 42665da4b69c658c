package org.footfall.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is known of a token; never the token itself.
 *
 * @param hash {@link #hash} of the token
 * @param secureOnly not taken from an address, which ends up in logs
 * @param expiresAt or null
 * @param lastUsedAt to the hour, or null
 */
public record ApiToken(
    String hash,
    String login,
    String description,
    boolean secureOnly,
    Instant createdAt,
    Instant expiresAt,
    Instant lastUsedAt) {

  private static final int ID_BYTES = 4;

  /** What it is called by where its owner sees it: the hash's first 8 hexadecimal digits. */
  public String id() {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(hash), 0, ID_BYTES);
  }

  /** Whether it counts at this moment, shown in this way. */
  public boolean valid(Instant now, boolean secure) {
    return (expiresAt == null || now.isBefore(expiresAt)) && (secure || !secureOnly);
  }

  /**
   * What is stored of a token: SHA-256, in Base64. Tokens are drawn at random with 128 bits, so a
   * fast hash without salt is enough, and the token can be looked up by it.
   */
  public static String hash(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .withoutPadding()
          .encodeToString(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
