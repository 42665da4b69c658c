package org.footfall.api;

/** Answers one method; checks the caller's rights before anything else. */
@FunctionalInterface
interface ApiMethod {
  Answer answer(ApiCall call) throws ApiException;
}
