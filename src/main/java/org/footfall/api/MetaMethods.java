package org.footfall.api;

/** {@code API.*}: about the interface itself. */
final class MetaMethods {
  /** The Matomo release this interface is compatible with; clients choose their ways by it. */
  static final String COMPATIBLE_WITH = "5.2.0-b5";

  void addTo(ApiMethods methods) {
    methods.add("API.getMatomoVersion", MetaMethods::version);
    methods.add("API.getPiwikVersion", MetaMethods::version);
  }

  private static Answer version(ApiCall call) throws ApiException {
    call.requireAnyView();
    return new Answer.Value(COMPATIBLE_WITH);
  }
}
