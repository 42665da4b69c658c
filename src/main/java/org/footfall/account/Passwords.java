package org.footfall.account;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashing of passwords: Argon2id with 19 MB, two passes, one lane (OWASP's choice). The parameters
 * travel in the hash, so that they can grow later.
 */
final class Passwords {
  /** Longer ones cost time and gain nothing. */
  static final int MAX_LENGTH = 1_000;

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
  }

  static boolean matches(String password, String hash) {
    if (password.length() > MAX_LENGTH || hash.isEmpty()) {
      return false;
    }
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } catch (BadParametersException e) {
      return false;
    }
  }
}
