package org.footfall.api;

import org.footfall.account.Caller;

/**
 * A question: who asks, what method, with what.
 *
 * @param budget what it may take, together with the other questions of its request
 */
record ApiCall(Caller caller, String method, ApiParameters parameters, ApiBudget budget) {
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
