package org.footfall.enrich.device;

/**
 * What a user agent and client hints tell. Texts are empty where nothing is known.
 *
 * @param type what kind of device
 * @param brandCode two or three letters, as {@code SA}
 * @param brand the name of it, as {@code Samsung}
 * @param model as {@code Galaxy S20}
 * @param bot what it is if it is no person; then nothing else is known
 */
public record Device(
    Os os, Client client, DeviceType type, String brandCode, String brand, String model, Bot bot) {

  /** Nothing is known. */
  public static final Device UNKNOWN =
      new Device(Os.UNKNOWN, Client.UNKNOWN, DeviceType.UNKNOWN, "", "", "", Bot.NONE);

  static Device bot(Bot bot) {
    return new Device(Os.UNKNOWN, Client.UNKNOWN, DeviceType.UNKNOWN, "", "", "", bot);
  }

  public boolean isBot() {
    return !bot.name().isEmpty();
  }

  /**
   * An operating system.
   *
   * @param code as {@code WIN}; {@link DeviceNames#UNKNOWN_CODE} if there is none
   * @param family as {@code GNU/Linux}
   */
  public record Os(String code, String name, String version, String family) {
    static final Os UNKNOWN = new Os(DeviceNames.UNKNOWN_CODE, "", "", "");
  }

  /**
   * The program that speaks. Code, engine and family are a browser's.
   *
   * @param code as {@code CH}; {@link DeviceNames#UNKNOWN_CODE} if there is none
   * @param engine as {@code Blink}
   * @param family as {@code Chrome}
   */
  public record Client(
      Kind kind, String name, String version, String code, String engine, String family) {
    static final Client UNKNOWN =
        new Client(Kind.UNKNOWN, "", "", DeviceNames.UNKNOWN_CODE, "", "");

    static Client of(Kind kind, String name, String version) {
      return new Client(kind, name, version, DeviceNames.UNKNOWN_CODE, "", "");
    }

    public boolean isBrowser() {
      return kind == Kind.BROWSER;
    }
  }

  /** Kinds of programs. */
  public enum Kind {
    FEED_READER,
    MOBILE_APP,
    MEDIA_PLAYER,
    PIM,
    BROWSER,
    LIBRARY,
    UNKNOWN
  }

  /** A program that nobody sits at. */
  public record Bot(String name, String category, String producer) {
    static final Bot NONE = new Bot("", "", "");
  }
}
