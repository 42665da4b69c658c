package org.footfall.enrich.device;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies all rules to one user agent and its client hints. Remembers nothing. */
final class Detector {
  /** Four times what the most laborious honest user agent takes, and some ten milliseconds. */
  static final int MAX_STEPS = 250_000;

  /** What browsers send that no longer tell a model: {@code Android 10; K}. */
  private static final Pattern FROZEN =
      Pattern.compile(
          "Android (?:1[0-6][.\\d]*; K(?: Build/|[;)])|1[0-6]\\)) AppleWebKit",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FROZEN_MODEL = Pattern.compile("Android (?:10[.\\d]*; K|1[1-9])");
  private static final Pattern DESKTOP_PLACE =
      Pattern.compile("X11; Linux x86_64|Windows NT 10\\.0; Win64; x64");

  private final DeviceNames names;
  private final RuleBook book;
  private final BotRules bots;
  private final OsRules systems;
  private final ClientRules clients;
  private final HardwareRules hardware;
  private final TypeRules types;
  private final Set<String> appleSystems;

  private Detector(PublishedLists lists, DeviceNames names) {
    this.names = names;
    RuleBook.Writer writer = new RuleBook.Writer();
    bots = new BotRules(lists, writer);
    systems = new OsRules(lists, writer, names);
    clients = new ClientRules(lists, writer, names);
    hardware = new HardwareRules(lists, writer);
    types = new TypeRules(lists);
    appleSystems = new HashSet<>(PublishedLists.members(lists.read("parser/const/apple-os")));
    book = writer.finish();
  }

  static Detector load() {
    return new Detector(new PublishedLists(), DeviceNames.load());
  }

  RuleBook book() {
    return book;
  }

  /** Of a text that takes too much effort nothing is known. */
  Device detect(String agent, ClientHints hints) {
    return detect(agent, hints, new Subject.Effort(MAX_STEPS));
  }

  Device detect(String agent, ClientHints hints, Subject.Effort effort) {
    try {
      Subject subject = new Subject(agent, book, effort);
      Device.Bot bot = bots.find(subject);
      return bot.equals(Device.Bot.NONE) ? person(agent, subject, hints, effort) : Device.bot(bot);
    } catch (Subject.Exhausted | StackOverflowError e) {
      // Repeated groups take a stack frame or two for each time they repeat.
      return Device.UNKNOWN;
    }
  }

  private Device person(String agent, Subject told, ClientHints hints, Subject.Effort effort) {
    Subject subject = told;
    boolean frozen = FROZEN.matcher(agent).find() && !told.contains("telegram-android/");
    if (!hints.model().isEmpty()) {
      subject = new Subject(withModel(agent, told, hints, frozen), book, effort);
    }
    Device.Os os = systems.find(subject, hints);
    Device.Client client = clients.find(told, hints);
    HardwareRules.Hardware found =
        frozen && hints.model().isEmpty()
            ? HardwareRules.Hardware.UNKNOWN
            : hardware.find(subject, hints.model());
    found = apple(found, os);
    DeviceType type = types.find(found.type(), told, hints, os, client);
    String brand = brand(found, os);
    return new Device(
        os, client, type, names.codeOfBrand(brand), brand, found.model(), Device.Bot.NONE);
  }

  /** Puts the hinted model where browsers used to write it. */
  private static String withModel(String agent, Subject told, ClientHints hints, boolean frozen) {
    String text = agent;
    if (frozen) {
      String version = hints.platformVersion().isEmpty() ? "10" : hints.platformVersion();
      text =
          FROZEN_MODEL
              .matcher(text)
              .replaceFirst(Matcher.quoteReplacement("Android " + version + "; " + hints.model()));
    }
    return HardwareRules.isDesktop(told)
        ? DESKTOP_PLACE.matcher(text).replaceFirst("$0; " + Matcher.quoteReplacement(hints.model()))
        : text;
  }

  /** Apple's devices run nothing but Apple's systems. */
  private HardwareRules.Hardware apple(HardwareRules.Hardware found, Device.Os os) {
    return found.brand().equals("Apple") && !appleSystems.contains(os.name())
        ? HardwareRules.Hardware.UNKNOWN
        : found;
  }

  /** Some systems run on one brand's devices only. */
  private String brand(HardwareRules.Hardware found, Device.Os os) {
    if (os.name().equals("ThinOS")) {
      return "Dell";
    }
    if (!found.brand().isEmpty()) {
      return found.brand();
    }
    if (appleSystems.contains(os.name())) {
      return "Apple";
    }
    return os.name().equals("Coolita OS") ? "coocaa" : "";
  }
}
