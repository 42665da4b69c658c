package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brands and models, by kinds of devices in order. A brand's rule may have rules for its models,
 * which may say brand and type anew. Some kinds are looked at only if the user agent has a word of
 * theirs, and nothing is looked at where it comes from a plain desktop browser.
 */
final class HardwareRules {
  private static final Pattern DESKTOP = Subject.pattern("Windows (?:NT|IoT)|X11; Linux x86_64");
  private static final Pattern NO_DESKTOP =
      Subject.pattern(
          "CE-HTML| Mozilla/|Andr[o0]id|Tablet|Mobile|iPhone|ricoh|OculusBrowser|PicoBrowser|Lenovo"
              + "|compatible; MSIE|Trident/|Tesla/|Xbox|FBMD/|ARM; ?[^)]");
  private static final Pattern ANY = Subject.pattern("");

  private final List<Kind> kinds = new ArrayList<>();
  private final RuleList<String> vendors;

  /** What was found; texts are empty where nothing was. */
  record Hardware(DeviceType type, String brand, String model) {
    static final Hardware UNKNOWN = new Hardware(DeviceType.UNKNOWN, "", "");
  }

  private record Model(String brand, DeviceType type, String model) {}

  private record Brand(String name, DeviceType type, String model, RuleList<Model> models) {}

  /**
   * @param word without it the kind is not looked at
   * @param otherwise the type of what has the word, if no rule says one
   * @param typed every device of the kind is of that type
   */
  private record Kind(
      Pattern word, RuleList<Brand> brands, DeviceType otherwise, DeviceType typed) {}

  HardwareRules(PublishedLists lists, RuleBook.Writer book) {
    DeviceType none = DeviceType.UNKNOWN;
    DeviceType tv = DeviceType.TV;
    Pattern hbbTv = Subject.pattern("(?:HbbTV|SmartTvA)/[1-9](?:[.][0-9]){1,2}");
    Pattern shell = Subject.pattern("[a-z]+[ _]Shell[ _]\\w{6}|tclwebkit\\d");
    kinds.add(new Kind(hbbTv, read(lists, "televisions", book), tv, none));
    kinds.add(new Kind(shell, read(lists, "shell_tv", book), tv, tv));
    kinds.add(
        new Kind(
            Subject.pattern("FBMD/"), read(lists, "notebooks", book), none, DeviceType.DESKTOP));
    for (String kind :
        List.of("consoles", "car_browsers", "cameras", "portable_media_player", "mobiles")) {
      kinds.add(new Kind(ANY, read(lists, kind, book), none, none));
    }
    RuleList.Writer<String> writer = new RuleList.Writer<>(book);
    for (Map.Entry<String, JsonNode> vendor : lists.read("regexes/vendorfragments").properties()) {
      for (String fragment : PublishedLists.members(vendor.getValue())) {
        writer.add(vendor.getKey(), fragment + "[^a-z0-9]+");
      }
    }
    vendors = writer.finish();
  }

  private static RuleList<Brand> read(PublishedLists lists, String name, RuleBook.Writer book) {
    JsonNode list = lists.read("regexes/device/" + name);
    List<RuleList<Model>> models = new ArrayList<>();
    for (JsonNode brand : list) {
      RuleList.Writer<Model> writer = new RuleList.Writer<>(book);
      for (JsonNode model : brand.path("models")) {
        String template = model.path("model").asText();
        writer.add(
            new Model(model.path("brand").asText(), type(model), template),
            model.path("regex").asText(),
            template);
      }
      models.add(writer.finish());
    }
    RuleList.Writer<Brand> writer = new RuleList.Writer<>(book);
    int number = 0;
    for (Map.Entry<String, JsonNode> entry : list.properties()) {
      JsonNode brand = entry.getValue();
      String model = brand.has("models") ? "" : brand.path("model").asText();
      writer.add(
          new Brand(entry.getKey(), type(brand), model, models.get(number++)),
          brand.path("regex").asText(),
          model);
    }
    return writer.finish();
  }

  private static DeviceType type(JsonNode rule) {
    return DeviceType.labelled(rule.path("device").asText()).orElse(DeviceType.UNKNOWN);
  }

  /**
   * @param hinted the model that the client hints name, or the empty text
   */
  Hardware find(Subject subject, String hinted) {
    if (hinted.isEmpty() && isDesktop(subject)) {
      return Hardware.UNKNOWN;
    }
    Hardware found = Hardware.UNKNOWN;
    for (Kind kind : kinds) {
      Hardware hardware = find(kind, subject);
      if (hardware != null) {
        found = hardware;
        break;
      }
    }
    if (found.brand().isEmpty()) {
      RuleList.Found<String> vendor = vendors.first(subject);
      found = vendor == null ? found : new Hardware(found.type(), vendor.rule(), found.model());
    }
    return found.model().isEmpty() ? new Hardware(found.type(), found.brand(), hinted) : found;
  }

  static boolean isDesktop(Subject subject) {
    return subject.matches(DESKTOP) && !subject.matches(NO_DESKTOP);
  }

  /** Null if the kind is not for this one. */
  private static Hardware find(Kind kind, Subject subject) {
    if (!subject.matches(kind.word())) {
      return null;
    }
    RuleList.Found<Brand> found = kind.brands().first(subject);
    if (found == null) {
      return kind.otherwise() == DeviceType.UNKNOWN ? null : new Hardware(kind.otherwise(), "", "");
    }
    Hardware hardware = model(found, subject);
    if (hardware.brand().equals("Apple") && subject.contains("android ")) {
      return new Hardware(kind.otherwise(), "", "");
    }
    if (kind.typed() != DeviceType.UNKNOWN) {
      return new Hardware(kind.typed(), hardware.brand(), hardware.model());
    }
    return hardware.type() == DeviceType.UNKNOWN
        ? new Hardware(kind.otherwise(), hardware.brand(), hardware.model())
        : hardware;
  }

  private static Hardware model(RuleList.Found<Brand> found, Subject subject) {
    Brand brand = found.rule();
    String name = brand.name().equals("Unknown") ? "" : brand.name();
    RuleList.Found<Model> model = brand.models().first(subject);
    if (model == null) {
      return new Hardware(brand.type(), name, model(found.fill(brand.model())));
    }
    Model rule = model.rule();
    return new Hardware(
        rule.type() == DeviceType.UNKNOWN ? brand.type() : rule.type(),
        rule.brand().isEmpty() ? name : rule.brand(),
        model(model.fill(rule.model())));
  }

  private static String model(String filled) {
    String model = filled.replace('_', ' ');
    if (model.toLowerCase(Locale.ROOT).endsWith(" td")) {
      model = model.substring(0, model.length() - 3);
    }
    return model.equals("Build") ? "" : model.strip();
  }
}
