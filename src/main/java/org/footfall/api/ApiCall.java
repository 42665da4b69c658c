package org.footfall.api;

import org.footfall.account.Caller;

/** A question: who asks, what method, with what. */
record ApiCall(Caller caller, String method, ApiParameters parameters) {
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
