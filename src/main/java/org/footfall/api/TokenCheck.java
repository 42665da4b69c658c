package org.footfall.api;

import java.util.Optional;
import org.footfall.account.Caller;

/** Tells whose token this is. */
@FunctionalInterface
interface TokenCheck {
  /**
   * @param secure it did not come in an address
   */
  Optional<Caller> authenticate(String token, boolean secure);
}
