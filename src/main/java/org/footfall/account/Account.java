package org.footfall.account;

import java.time.Instant;
import java.util.Map;
import org.footfall.site.SiteId;

/**
 * A person's account, without its password.
 *
 * @param superuser may do everything with every site and the installation
 */
public record Account(
    String login, String email, boolean superuser, Instant createdAt, Map<SiteId, Right> rights) {
  public Account {
    rights = Map.copyOf(rights);
  }

  /** The account as the one who asks. */
  public Caller caller() {
    return new Caller(login, superuser, rights);
  }
}
