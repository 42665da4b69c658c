package org.footfall.enrich.device;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of device it is, where the lists do not say so. The order of the questions is what
 * matters; a later one only asks about what the earlier ones left open, but for those that know
 * better whatever was said: KaiOS runs on feature phones, and some systems and browsers only on
 * televisions.
 */
final class TypeRules {
  private static final Pattern VR = words("Android(?: [.0-9]+)?; Mobile VR;| VR ");
  private static final Pattern TABLET = words("Tablet(?! PC)");
  private static final Pattern MOBILE = words("Android(?: [.0-9]+)?; Mobile;");
  private static final Pattern TV = words("(?:Android(?: UHD)?|Google) TV| TV$");
  private static final Pattern TIZEN = words("Tizen.+ TV .");
  private static final Pattern DESKTOP = words("Desktop(?: (?:x(?:32|64)|WOW64))?;");

  /** The letters after Puffin's version: the system, and the kind of device. */
  private static final Pattern PUFFIN = words("Puffin/\\d+[.\\d]+([A-Z])([DPT])");

  private static final Map<String, String> PUFFIN_SYSTEMS =
      Map.of("D", "LMW", "P", "AIFLW", "T", "AILW");

  /** In order: the first of a browser's form factors that is here. */
  private static final List<Map.Entry<String, DeviceType>> FORM_FACTORS =
      List.of(
          Map.entry("automotive", DeviceType.CAR_BROWSER),
          Map.entry("xr", DeviceType.WEARABLE),
          Map.entry("watch", DeviceType.WEARABLE),
          Map.entry("mobile", DeviceType.SMARTPHONE),
          Map.entry("tablet", DeviceType.TABLET),
          Map.entry("desktop", DeviceType.DESKTOP),
          Map.entry("eink", DeviceType.TABLET));

  private static final Set<DeviceType> NEVER_TV =
      Set.of(DeviceType.TV, DeviceType.WEARABLE, DeviceType.PERIPHERAL);

  private final Set<String> desktopSystems;
  private final Set<String> tvClients;
  private final Set<String> mobileBrowsers;

  TypeRules(PublishedLists lists) {
    desktopSystems = set(lists, "parser/const/desktop-os");
    tvClients = set(lists, "parser/const/clients-tv");
    mobileBrowsers = set(lists, "parser/client/browser-short-mobile");
  }

  private static Set<String> set(PublishedLists lists, String file) {
    return new HashSet<>(PublishedLists.members(lists.read(file)));
  }

  /** Where the words of such rules may begin: not within another word. */
  private static Pattern words(String expression) {
    return Pattern.compile("(?:^|[^A-Z_-])(?:" + expression + ")", Pattern.CASE_INSENSITIVE);
  }

  DeviceType find(
      DeviceType listed, Subject subject, ClientHints hints, Device.Os os, Device.Client client) {
    DeviceType type = listed == DeviceType.UNKNOWN ? guess(subject, hints, os) : listed;
    if (type == DeviceType.SMARTPHONE && subject.says("pad/apad")) {
      type = DeviceType.TABLET;
    }
    if (type == DeviceType.FEATURE_PHONE && os.family().equals("Android")) {
      type = DeviceType.SMARTPHONE;
    }
    if (os.name().equals("KaiOS")) {
      type = DeviceType.FEATURE_PHONE;
    }
    if (type == DeviceType.UNKNOWN) {
      type = bySystem(subject, os);
    }
    if (type == DeviceType.UNKNOWN && subject.contains("puffin/")) {
      type = puffin(subject);
    }
    type = television(type, subject, os, client);
    if (type != DeviceType.DESKTOP && subject.contains("desktop") && subject.finds(DESKTOP)) {
      return DeviceType.DESKTOP;
    }
    return type == DeviceType.UNKNOWN ? byFamily(os, client) : type;
  }

  private static DeviceType guess(Subject subject, ClientHints hints, Device.Os os) {
    if (!hints.model().isEmpty()) {
      for (Map.Entry<String, DeviceType> factor : FORM_FACTORS) {
        if (hints.formFactors().contains(factor.getKey())) {
          return factor.getValue();
        }
      }
    }
    if (subject.contains("vr") && subject.finds(VR)) {
      return DeviceType.WEARABLE;
    }
    if (os.family().equals("Android") && subject.says("chrome/")) {
      return subject.says("mobile") || subject.says("elibom")
          ? DeviceType.SMARTPHONE
          : DeviceType.TABLET;
    }
    if (subject.contains("tablet") && (subject.finds(TABLET) || subject.ends("-tablet"))) {
      return DeviceType.TABLET;
    }
    if (subject.contains("mobile") && (subject.finds(MOBILE) || subject.ends("-mobile"))) {
      return DeviceType.SMARTPHONE;
    }
    if (os.name().equals("Android") && !os.version().isEmpty()) {
      // The third version was made for tablets only, the first for telephones only.
      if (Versions.compare(os.version(), "2.0") < 0) {
        return DeviceType.SMARTPHONE;
      }
      if (Versions.atLeast(os.version(), "3.0") && Versions.compare(os.version(), "4.0") < 0) {
        return DeviceType.TABLET;
      }
    }
    return DeviceType.UNKNOWN;
  }

  private static DeviceType bySystem(Subject subject, Device.Os os) {
    if (os.name().equals("Java ME")) {
      return DeviceType.FEATURE_PHONE;
    }
    boolean touchable =
        os.name().equals("Windows RT")
            || (os.name().equals("Windows") && Versions.atLeast(os.version(), "8"));
    return touchable && subject.says("touch") ? DeviceType.TABLET : DeviceType.UNKNOWN;
  }

  private static DeviceType puffin(Subject subject) {
    Matcher matcher = subject.matcher(PUFFIN);
    if (!matcher.find()
        || !PUFFIN_SYSTEMS
            .get(matcher.group(2).toUpperCase(Locale.ROOT))
            .contains(matcher.group(1).toUpperCase(Locale.ROOT))) {
      return DeviceType.UNKNOWN;
    }
    return switch (matcher.group(2)) {
      case "D", "d" -> DeviceType.DESKTOP;
      case "P", "p" -> DeviceType.SMARTPHONE;
      default -> DeviceType.TABLET;
    };
  }

  private DeviceType television(
      DeviceType type, Subject subject, Device.Os os, Device.Client client) {
    boolean always =
        subject.says("opera tv store")
            || subject.says(" omi/")
            || os.name().equals("Coolita OS")
            || tvClients.contains(client.name());
    boolean words =
        !NEVER_TV.contains(type)
            && (subject.says("andr0id")
                || subject.says("(lite) tv")
                || subject.says("bravia")
                || subject.says("firebolt")
                || (subject.contains(" tv") && subject.finds(TV)));
    boolean open =
        type == DeviceType.UNKNOWN
            && (subject.says("smarttv")
                || subject.says("(tv;")
                || (subject.contains("tizen") && subject.finds(TIZEN)));
    return always || words || open ? DeviceType.TV : type;
  }

  private DeviceType byFamily(Device.Os os, Device.Client client) {
    boolean mobile = client.isBrowser() && mobileBrowsers.contains(client.code());
    boolean desktop = desktopSystems.contains(os.name()) || desktopSystems.contains(os.family());
    return desktop && !mobile ? DeviceType.DESKTOP : DeviceType.UNKNOWN;
  }
}
