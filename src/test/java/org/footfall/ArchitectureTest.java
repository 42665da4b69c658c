package org.footfall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may see whom, and which library is whose. */
class ArchitectureTest {
  private static final String ROOT = "org.footfall";

  private static final Set<String> MECHANICS =
      Set.of("store", "config", "metrics", "job", "time", "codec");
  private static final Set<String> PARTS =
      Set.of(
          "site",
          "account",
          "privacy",
          "enrich.geo",
          "enrich.device",
          "enrich.referrer",
          "tag",
          "tracking",
          "queue",
          "visit",
          "segment");
  private static final Set<String> PIPELINES = Set.of("ingest", "report", "archive", "retention");
  private static final Set<String> EDGES = Set.of("tracking.http", "api", "ui", "mail", "alert");

  /** Package → what it sees of ours. */
  private static final Map<String, Set<String>> SEES = new TreeMap<>();

  static {
    SEES.put("time", Set.of());
    SEES.put("codec", Set.of());
    SEES.put("config", Set.of());
    SEES.put("metrics", Set.of());
    SEES.put("store", Set.of("config", "metrics"));
    SEES.put("job", Set.of("config", "metrics", "store"));
    SEES.put("site", MECHANICS);
    SEES.put("account", union(MECHANICS, Set.of("site")));
    SEES.put("privacy", union(MECHANICS, Set.of("site")));
    SEES.put("enrich.geo", MECHANICS);
    SEES.put("enrich.device", MECHANICS);
    SEES.put("enrich.referrer", union(MECHANICS, Set.of("site")));
    SEES.put("tracking", union(MECHANICS, Set.of("site", "account", "privacy", "enrich.geo")));
    SEES.put("tag", Set.of());
    SEES.put("queue", MECHANICS);
    SEES.put(
        "visit",
        union(
            MECHANICS,
            Set.of("site", "tracking", "enrich.geo", "enrich.device", "enrich.referrer")));
    SEES.put("visitlog", MECHANICS);
    SEES.put("segment", union(MECHANICS, Set.of("privacy", "visitlog")));
    SEES.put("ingest", union(MECHANICS, PARTS, Set.of("visitlog")));
    SEES.put("report", union(MECHANICS, Set.of("site", "visitlog", "segment")));
    SEES.put("archive", union(MECHANICS, PARTS, Set.of("visitlog", "report")));
    SEES.put("retention", union(MECHANICS, PARTS, Set.of("visitlog", "report", "archive")));
    SEES.put("manual", Set.of("report"));
    Set<String> below = union(MECHANICS, PARTS, PIPELINES, Set.of("visitlog", "manual"));
    for (String edge : EDGES) {
      SEES.put(edge, below);
    }
    SEES.put("app", union(below, EDGES));
    SEES.put("app.trial", union(below, Set.of("app")));
    SEES.put("cli", union(below, Set.of("app")));
    SEES.put("", Set.of("app", "cli"));
  }

  /** Library → the packages that may use it. */
  private static final Map<String, Set<String>> OWNERS =
      Map.ofEntries(
          Map.entry("org.quartz", Set.of("job")),
          Map.entry("jakarta.ws.rs", Set.of("tracking.http", "app")),
          Map.entry("org.glassfish", Set.of("tracking.http", "app")),
          Map.entry("jakarta.servlet", union(EDGES, Set.of("app"))),
          Map.entry("org.eclipse.jetty", Set.of("app")),
          Map.entry("redis.clients", Set.of("queue")),
          Map.entry("com.zaxxer", Set.of("store")),
          Map.entry("org.mariadb", Set.of("store")),
          Map.entry("org.flywaydb", Set.of("store")),
          Map.entry("org.tomlj", Set.of("config")),
          Map.entry("picocli", Set.of("cli", "")),
          Map.entry("gg.jte", Set.of("ui", "app")),
          Map.entry("com.password4j", Set.of("account")),
          Map.entry("com.maxmind", Set.of("enrich.geo")),
          Map.entry("com.github.luben", Set.of("codec", "visitlog")),
          Map.entry("ch.vorburger", Set.of("app.trial")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyPackageSeesOnlyWhatTheTableAllows() {
    assertNone(
        dependency -> {
          String from = owner(dependency.getOriginClass());
          String to = owner(dependency.getTargetClass());
          return ours(dependency.getTargetClass())
              && !from.equals(to)
              && !SEES.getOrDefault(from, Set.of()).contains(to);
        });
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyLibraryStaysWithItsOwners() {
    assertNone(
        dependency ->
            OWNERS.entrySet().stream()
                .filter(entry -> inside(dependency.getTargetClass(), entry.getKey()))
                .anyMatch(entry -> !entry.getValue().contains(owner(dependency.getOriginClass()))));
  }

  @Test
  void onlyStoresSpeakToTheDatabase() {
    Set<String> free = Set.of("store", "visitlog", "ingest", "app.trial");
    assertNone(
        dependency ->
            inside(dependency.getTargetClass(), "java.sql")
                && !free.contains(owner(dependency.getOriginClass()))
                && !outermost(dependency.getOriginClass()).endsWith("Store"));
  }

  @Test
  void namesSayTheRole() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Base|Impl|Info)")
        .check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void timeComesFromAnInjectedClock() {
    String[] wiring = {ROOT + ".app..", ROOT + ".cli..", ROOT};
    for (Class<?> type : List.of(Instant.class, LocalDate.class)) {
      noClasses()
          .that()
          .resideOutsideOfPackages(wiring)
          .should()
          .callMethod(type, "now")
          .check(CLASSES);
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(wiring)
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItOwns() throws IOException {
    Set<Path> silent = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .filter(folder -> !folder.endsWith(Path.of("org", "footfall")))
          .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
          .forEach(silent::add);
    }
    assertThat(silent).isEmpty();
  }

  private static void assertNone(Predicate<Dependency> forbidden) {
    Set<String> found = new TreeSet<>();
    for (JavaClass origin : CLASSES) {
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        if (forbidden.test(dependency)) {
          found.add(
              dependency.getOriginClass().getName()
                  + " → "
                  + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean ours(JavaClass type) {
    return inside(type, ROOT);
  }

  private static boolean inside(JavaClass type, String prefix) {
    String name = type.getBaseComponentType().getPackageName();
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /** The package of the table that a class belongs to; a sub-package belongs to the nearest. */
  private static String owner(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    String inner = name.equals(ROOT) ? "" : name.replaceFirst("^" + ROOT + "\\.", "");
    while (!SEES.containsKey(inner) && inner.contains(".")) {
      inner = inner.substring(0, inner.lastIndexOf('.'));
    }
    return inner;
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
