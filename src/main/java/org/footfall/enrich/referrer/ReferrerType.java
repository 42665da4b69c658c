package org.footfall.enrich.referrer;

/** The ways to come; the codes are those of Matomo's reports. */
public enum ReferrerType {
  DIRECT(1),
  SEARCH(2),
  WEBSITE(3),
  CAMPAIGN(6),
  SOCIAL(7),
  AI_ASSISTANT(8);

  private final int code;

  ReferrerType(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * The type of a stored code.
   *
   * @throws IllegalArgumentException for a code that nothing has
   */
  public static ReferrerType ofCode(long code) {
    for (ReferrerType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no referrer type has the code " + code);
  }
}
