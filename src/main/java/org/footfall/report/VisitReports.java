package org.footfall.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.footfall.segment.DeviceTypes;
import org.footfall.segment.LanguageCodes;

/** Reports over visits by what is known of visitors, their places and their devices. */
final class VisitReports {
  static final Report COUNTRIES =
      visits("UserCountry", "getCountry", "Country")
          .about(Subject.LOCATIONS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .hides(Metric.USERS)
          .from(
              Source.COUNTRY,
              Levels.all(
                  Level.by(Dimension.COUNTRY, (key, how) -> List.of(Places.code(key.get(0))))
                      .labelled(Places::country)))
          .rows(Dimension.COUNTRY)
          .build();

  static final Report CONTINENTS =
      visits("UserCountry", "getContinent", "Continent")
          .about(Subject.LOCATIONS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .hides(Metric.USERS)
          .from(
              Source.COUNTRY,
              Levels.all(
                  Level.by(
                      Dimension.CONTINENT, (key, how) -> List.of(Places.continent(key.get(0))))))
          .rows(Dimension.CONTINENT)
          .build();

  static final Report REGIONS =
      visits("UserCountry", "getRegion", "Region")
          .about(Subject.LOCATIONS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .hides(Metric.USERS)
          .from(
              Source.REGION,
              Levels.all(
                  Level.by(Dimension.REGION, (key, how) -> place(key))
                      .labelled((key, how) -> Places.place(key))))
          .rows(Dimension.REGION)
          .build();

  static final Report CITIES =
      visits("UserCountry", "getCity", "City")
          .about(Subject.LOCATIONS)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .hides(Metric.USERS)
          .from(
              Source.CITY,
              Levels.all(
                  Level.by(Dimension.CITY, (key, how) -> place(key))
                      .labelled((key, how) -> Places.place(key))))
          .rows(Dimension.CITY)
          .build();

  static final Report LANGUAGES =
      visits("UserLanguage", "getLanguage", "Browser language")
          .about(Subject.LOCATIONS)
          .related("getLanguageCode")
          .from(
              Source.LANGUAGE,
              Levels.all(
                  Level.by(
                          Dimension.LANGUAGE,
                          (key, how) -> List.of(Places.code(key.get(0).split("-", 2)[0])))
                      .labelled(Places::language)))
          .rows(Dimension.LANGUAGE)
          .build();

  static final Report LANGUAGE_CODES =
      visits("UserLanguage", "getLanguageCode", "Language code")
          .about(Subject.LOCATIONS)
          .related("getLanguage")
          .from(
              Source.LANGUAGE,
              Levels.all(
                  Level.by(
                          Dimension.LANGUAGE_CODE,
                          (key, how) -> List.of(LanguageCodes.shown(key.get(0))))
                      .labelled(Places::languageCode)))
          .rows(Dimension.LANGUAGE_CODE)
          .build();

  static final Report USERS =
      visits("UserId", "getUsers", "User IDs")
          .about(Subject.USER_IDS)
          .hides(Metric.USERS)
          .from(Source.USER, new UserRows())
          .shows(
              List.of(Metric.VISITS, Metric.ACTIONS, Metric.CONVERTED_VISITS),
              Ratio.ACTIONS_PER_VISIT,
              Ratio.SECONDS_PER_VISIT,
              Ratio.BOUNCE_RATE,
              Ratio.CONVERSION_RATE)
          .texts(SqlSums.OF_MANY_VISITS)
          .rows(Dimension.USER)
          .build();

  static final Report DEVICE_TYPES =
      visits("DevicesDetection", "getType", "Device type")
          .about(Subject.DEVICES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.DEVICE_TYPE,
              new ConstantRows(
                  Dimension.DEVICE_TYPE,
                  IntStream.rangeClosed(1, DeviceTypes.WORDS.size())
                      .mapToObj(Integer::toString)
                      .toList(),
                  DeviceLabels::type,
                  true,
                  true))
          .rows(Dimension.DEVICE_TYPE)
          .build();

  static final Report DEVICE_BRANDS =
      visits("DevicesDetection", "getBrand", "Device brand")
          .about(Subject.DEVICES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.DEVICE_BRAND,
              Levels.all(
                  Level.by(
                      Dimension.DEVICE_BRAND,
                      (key, how) -> List.of(DeviceLabels.brand(key.get(0), how)))))
          .rows(Dimension.DEVICE_BRAND)
          .build();

  static final Report DEVICE_MODELS =
      visits("DevicesDetection", "getModel", "Device model")
          .about(Subject.DEVICES)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .from(
              Source.DEVICE_MODEL,
              Levels.all(
                  Level.by(
                          Dimension.DEVICE_MODEL,
                          (key, how) -> List.of(DeviceLabels.brand(key.get(0), how), key.get(1)))
                      .labelled((key, how) -> DeviceLabels.model(key.get(0), key.get(1)))))
          .rows(Dimension.DEVICE_MODEL)
          .build();

  static final Report OS_FAMILIES =
      visits("DevicesDetection", "getOsFamilies", "Operating System families")
          .about(Subject.SOFTWARE)
          .related("getOsVersions")
          .from(
              Source.OS,
              Levels.all(
                  Level.by(
                      Dimension.OS_FAMILY,
                      (key, how) -> List.of(DeviceLabels.osFamily(key.get(0), how)))))
          .rows(Dimension.OS_FAMILY)
          .build();

  static final Report OS_VERSIONS =
      visits("DevicesDetection", "getOsVersions", "Operating System versions")
          .about(Subject.SOFTWARE)
          .related("getOsFamilies")
          .from(
              Source.OS_VERSION,
              Levels.all(
                  Level.by(
                          Dimension.OS_VERSION,
                          (key, how) -> DeviceLabels.osVersion(key.get(0), key.get(1)))
                      .labelled(
                          (key, how) ->
                              DeviceLabels.versioned(
                                  DeviceLabels.os(key.get(0), how), key.get(1)))))
          .rows(Dimension.OS_VERSION)
          .build();

  static final Report BROWSERS =
      visits("DevicesDetection", "getBrowsers", "Browsers")
          .about(Subject.SOFTWARE)
          .habit(Report.Habit.LEADS_TO_GOALS)
          .related("getBrowserVersions")
          .from(
              Source.BROWSER,
              Levels.all(
                  Level.by(Dimension.BROWSER, (key, how) -> List.of(DeviceLabels.code(key.get(0))))
                      .labelled((key, how) -> DeviceLabels.browser(key.get(0), how))))
          .rows(Dimension.BROWSER)
          .build();

  static final Report BROWSER_VERSIONS =
      visits("DevicesDetection", "getBrowserVersions", "Browser version")
          .about(Subject.SOFTWARE)
          .related("getBrowsers")
          .from(
              Source.BROWSER_VERSION,
              Levels.all(
                  Level.by(
                          Dimension.BROWSER_VERSION,
                          (key, how) -> List.of(DeviceLabels.code(key.get(0)), key.get(1)))
                      .labelled(
                          (key, how) ->
                              DeviceLabels.versioned(
                                  DeviceLabels.browser(key.get(0), how), key.get(1)))))
          .rows(Dimension.BROWSER_VERSION)
          .build();

  static final Report BROWSER_ENGINES =
      visits("DevicesDetection", "getBrowserEngines", "Browser engines")
          .about(Subject.SOFTWARE)
          .from(
              Source.BROWSER_ENGINE,
              Levels.all(Level.of(0, Dimension.BROWSER_ENGINE).labelled(DeviceLabels::engine)))
          .rows(Dimension.BROWSER_ENGINE)
          .build();

  static final Report RESOLUTIONS =
      visits("Resolution", "getResolution", "Screen Resolution")
          .about(Subject.DEVICES)
          .related("getConfiguration")
          .from(
              Source.RESOLUTION,
              Levels.all(
                  Level.by(Dimension.RESOLUTION, (key, how) -> List.of(resolution(key.get(0))))))
          .rows(Dimension.RESOLUTION)
          .build();

  static final Report CONFIGURATIONS =
      visits("Resolution", "getConfiguration", "Configurations")
          .about(Subject.SOFTWARE)
          .related("getResolution")
          .from(
              Source.CONFIGURATION,
              Levels.all(
                  Level.by(
                      Dimension.CONFIGURATION,
                      (key, how) ->
                          List.of(
                              DeviceLabels.os(key.get(0), how)
                                  + " / "
                                  + DeviceLabels.browser(DeviceLabels.code(key.get(1)), how)
                                  + " / "
                                  + resolution(key.get(2))))))
          .rows(Dimension.CONFIGURATION)
          .build();

  static final Report PLUGINS =
      numbers("DevicePlugins", "getPlugin", "Browser Plugins")
          .about(Subject.SOFTWARE)
          .from(Source.PLUGINS, new PluginRows())
          .rows(Dimension.PLUGIN)
          .ratios(Ratio.VISITS_SHARE)
          .sortedBy(Metric.VISITS)
          .build();

  static final Report VISIT_DURATIONS =
      numbers("VisitorInterest", "getNumberOfVisitsPerVisitDuration", "Length of Visits")
          .about(Subject.ENGAGEMENT)
          .from(
              Source.VISIT_SECONDS_RANGE,
              ranges(Source.VISIT_SECONDS_RANGE, Dimension.VISIT_DURATION))
          .rows(Dimension.VISIT_DURATION)
          .build();

  static final Report PAGES_PER_VISIT =
      numbers("VisitorInterest", "getNumberOfVisitsPerPage", "Pages per Visit")
          .about(Subject.ENGAGEMENT)
          .from(Source.VISIT_PAGES_RANGE, ranges(Source.VISIT_PAGES_RANGE, Dimension.VISIT_PAGES))
          .rows(Dimension.VISIT_PAGES)
          .build();

  static final Report VISIT_NUMBERS =
      numbers("VisitorInterest", "getNumberOfVisitsByVisitCount", "Visits by Visit Number")
          .about(Subject.ENGAGEMENT)
          .from(
              Source.VISIT_NUMBER_RANGE, ranges(Source.VISIT_NUMBER_RANGE, Dimension.VISIT_NUMBER))
          .rows(Dimension.VISIT_NUMBER)
          .ratios(Ratio.VISITS_SHARE)
          .build();

  static final Report DAYS_SINCE_LAST =
      numbers(
              "VisitorInterest",
              "getNumberOfVisitsByDaysSinceLast",
              "Visits by days since last visit")
          .about(Subject.ENGAGEMENT)
          .from(
              Source.DAYS_SINCE_LAST_RANGE,
              ranges(Source.DAYS_SINCE_LAST_RANGE, Dimension.DAYS_SINCE_LAST))
          .rows(Dimension.DAYS_SINCE_LAST)
          .build();

  static final List<Report> ALL =
      List.of(
          COUNTRIES,
          CONTINENTS,
          REGIONS,
          CITIES,
          LANGUAGES,
          LANGUAGE_CODES,
          DEVICE_TYPES,
          DEVICE_MODELS,
          DEVICE_BRANDS,
          RESOLUTIONS,
          OS_VERSIONS,
          BROWSERS,
          BROWSER_VERSIONS,
          CONFIGURATIONS,
          OS_FAMILIES,
          BROWSER_ENGINES,
          PLUGINS,
          USERS,
          VISIT_DURATIONS,
          PAGES_PER_VISIT,
          VISIT_NUMBERS,
          DAYS_SINCE_LAST);

  private VisitReports() {}

  private static Report.Builder visits(String module, String action, String title) {
    return Report.named(module, action, title)
        .metrics(Source.COUNTRY.layout().metrics())
        .texts(SqlSums.OF_VISITS)
        .sortedBy(Metric.VISITS);
  }

  private static Report.Builder numbers(String module, String action, String title) {
    return Report.named(module, action, title)
        .metrics(List.of(Metric.VISITS))
        .texts(SqlSums.OF_VISITS_ALONE);
  }

  private static VisitNumberRows ranges(Source source, Dimension dimension) {
    VisitKey key = source.keys().get(0);
    Stream<String> keys =
        key instanceof VisitKey.SinceLast since
            ? Stream.concat(Stream.of(VisitKey.SinceLast.NEW), since.ranges().names().stream())
            : ((VisitKey.Range) key).ranges().names().stream();
    return new VisitNumberRows(dimension, keys.toList(), name -> RangeLabels.of(dimension, name));
  }

  /** Country, region, city; what is in no known part of a country is nowhere. */
  private static List<String> place(List<String> key) {
    boolean somewhere = key.subList(1, key.size()).stream().anyMatch(part -> !part.isEmpty());
    return key.stream().map(part -> Places.code(somewhere ? part : "")).toList();
  }

  private static String resolution(String stored) {
    return stored.isEmpty() ? "unknown" : stored;
  }
}
