package org.footfall.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.footfall.account.Caller;
import org.footfall.account.Right;
import org.footfall.site.SiteId;

/**
 * Who proved to have sent a request. A token may stand in a header, in the body or in the address;
 * one that is valid counts, one that is not counts as none. The name that Matomo's clients send for
 * nobody is no token. Tokens end here.
 */
final class Senders {
  private static final String BEARER = "Bearer ";
  private static final String NOBODY = "anonymous";
  private static final int LONGEST_TOKEN = 200;

  private final Snapshot snapshot;
  private final Instant now;
  private final Set<String> shown = new HashSet<>();
  private List<Caller> callers = List.of();

  Senders(Snapshot snapshot, Instant now) {
    this.snapshot = snapshot;
    this.now = now;
  }

  /** What the header {@code Authorization} says; may be null. */
  void header(String authorization) {
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      add(authorization.substring(BEARER.length()).strip(), true);
    }
  }

  /** A token that stood in the body. */
  void body(String token) {
    add(token, true);
  }

  /** A token that stood in the address. */
  void address(String token) {
    add(token, false);
  }

  /** These and the owner of one more token, which came in the body. */
  Senders and(String token) {
    if (token.isEmpty()) {
      return this;
    }
    Senders more = new Senders(snapshot, now);
    more.callers = callers;
    more.body(token);
    return more;
  }

  /** Whether a token came with the request, good or not. */
  boolean showedToken() {
    return !shown.isEmpty();
  }

  /** Whether two tokens came that are not the same, so that nobody knows whose request it is. */
  boolean disagree() {
    return shown.size() > 1;
  }

  boolean mayWrite(SiteId site) {
    return callers.stream().anyMatch(caller -> caller.may(site, Right.WRITE));
  }

  boolean superuser() {
    return callers.stream().anyMatch(Caller::superuser);
  }

  private void add(String token, boolean secure) {
    if (token.isEmpty() || token.equals(NOBODY)) {
      return;
    }
    boolean first = shown.add(token);
    if (token.length() > LONGEST_TOKEN || (!first && !secure)) {
      return;
    }
    snapshot
        .caller(token, secure, now)
        .ifPresent(
            caller -> {
              callers = new ArrayList<>(callers);
              callers.add(caller);
            });
  }
}
