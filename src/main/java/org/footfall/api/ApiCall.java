package org.footfall.api;

import org.footfall.account.Caller;

/**
 * A question: who asks, what method, with what.
 *
 * @param ip where it came from; empty when that is not known
 * @param base the address of this installation at which it was asked, as {@code https://a.example}
 * @param budget what it may take, together with the other questions of its request
 */
record ApiCall(
    Caller caller,
    String ip,
    String base,
    String method,
    ApiParameters parameters,
    ApiBudget budget) {
  /** Another question of the same caller, as a part of this one. */
  ApiCall asking(String another, ApiParameters with) {
    return new ApiCall(caller, ip, base, another, with, budget);
  }

  void requireSuperuser() throws ApiException {
    if (!caller.superuser()) {
      throw ApiException.noSuperuser();
    }
  }

  /** Somebody who may see one site at least. */
  void requireAnyView() throws ApiException {
    if (!caller.superuser() && caller.rights().isEmpty()) {
      throw ApiException.noSiteAtAll();
    }
  }
}
