package org.footfall.api;

/** A question that is answered by an error: its HTTP status and the text for the client. */
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;

  private final int status;

  private ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** An error in what was asked; Matomo answers most of these with 200. */
  static ApiException of(String message) {
    return new ApiException(200, message);
  }

  static ApiException of(int status, String message) {
    return new ApiException(status, message);
  }

  static ApiException missing(String parameter) {
    return of("Please specify a value for '" + parameter + "'.");
  }

  static ApiException unknownSite(String id) {
    return of(
        "An unexpected website was found in the request: website id was set to '" + id + "' .");
  }

  static ApiException noRight(String right, String siteId) {
    return new ApiException(
        UNAUTHORIZED,
        "You can't access this resource as it requires '"
            + right
            + "' access for the website id = "
            + siteId
            + ".");
  }

  static ApiException noSiteAtAll() {
    return new ApiException(
        UNAUTHORIZED,
        "You can't access this resource as it requires view access for at least one website.");
  }

  static ApiException noSuperuser() {
    return new ApiException(
        UNAUTHORIZED, "You can't access this resource as it requires 'superuser' access.");
  }

  static ApiException badToken() {
    return new ApiException(
        UNAUTHORIZED,
        "Unable to authenticate with the provided token. It is either invalid or expired.");
  }

  int status() {
    return status;
  }
}
