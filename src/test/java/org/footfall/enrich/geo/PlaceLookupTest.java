package org.footfall.enrich.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceLookupTest {
  private static final byte[] GRENOBLE = {(byte) 194, 57, 91, (byte) 215};
  private static final byte[] TEST = {(byte) 203, 0, 113, 7};

  @TempDir private Path folder;
  private Metrics metrics;
  private int version;

  @Test
  void theDataThatCameAlongKnowsCountries() throws Exception {
    PlaceLookup places = open("");
    assertThat(places.of(GRENOBLE)).isEqualTo(Place.in("fr"));
    assertThat(places.of(HexFormat.of().parseHex("2001067c000000000000000000000001")).country())
        .matches("|[a-z]{2}");
    assertThat(places.of(new byte[] {10, 0, 0, 1})).isEqualTo(Place.UNKNOWN);
    assertThat(places.of(new byte[0])).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void noneKnowsNoPlace() throws Exception {
    assertThat(open("file = \"none\"").of(GRENOBLE)).isEqualTo(Place.UNKNOWN);
    assertThat(PlaceLookup.none().of(GRENOBLE)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void maxMindsLayoutIsRead() throws Exception {
    Map<String, Object> city =
        Map.of(
            "city", Map.of("geoname_id", 1, "names", Map.of("de", "Grenobel", "en", "Grenoble")),
            "country", Map.of("iso_code", "FR", "names", Map.of("en", "France")),
            "location", Map.of("latitude", 45.1667, "longitude", -5.7167, "accuracy_radius", 5),
            "subdivisions", List.of(Map.of("iso_code", "ARA"), Map.of("iso_code", "38")));
    PlaceLookup places = open(file("city", city));
    assertThat(places.of(TEST))
        .isEqualTo(new Place("fr", "ARA", "Grenoble", 45_166_700, -5_716_700, ""));
  }

  @Test
  void theFlatLayoutIsRead() throws Exception {
    Map<String, Object> city =
        Map.of(
            "city", "Zürich",
            "state1", "ZH",
            "state2", "",
            "country_code", "CH",
            "latitude", 47.375f,
            "longitude", "8.5",
            "postcode", "8000",
            "timezone", "Europe/Zurich");
    assertThat(open(file("city", city)).of(TEST))
        .isEqualTo(new Place("ch", "ZH", "Zürich", 47_375_000, 8_500_000, ""));
  }

  @Test
  void networksComeFromAFileOfTheirOwn() throws Exception {
    String networks =
        file(
                "asn",
                Map.of("autonomous_system_number", 64496, "autonomous_system_organization", "Ex"))
            .replace("file", "network_file");
    assertThat(open(networks + "\nfile = \"none\"").of(TEST)).isEqualTo(Place.UNKNOWN.with("Ex"));
    String places = file("country", Map.of("country", Map.of("iso_code", "CH")));
    assertThat(open(places + "\n" + networks).of(TEST)).isEqualTo(Place.in("ch").with("Ex"));
  }

  @Test
  void whatIsOddIsNotKnown() {
    assertThat(
            PlaceFields.read(
                Map.of(
                    "country_code", "FRA",
                    "state1", "Bavaria",
                    "city", Map.of("names", Map.of()),
                    "latitude", 91.0,
                    "longitude", "east",
                    "isp", " ")))
        .isEqualTo(Place.UNKNOWN);
    assertThat(PlaceFields.read(Map.of("country_code", "f1"))).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void aNewVersionIsTakenUpAndABadOneIsNot() throws Exception {
    PlaceLookup places = open(file("x", Map.of("country_code", "FR")));
    assertThat(places.renew()).isZero();
    file("x", Map.of("country_code", "DE"));
    assertThat(places.renew()).isEqualTo(1);
    assertThat(places.of(TEST).country()).isEqualTo("de");
    put("x", "no database".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(places.renew()).isZero();
    assertThat(places.renew()).isZero();
    assertThat(failures()).isEqualTo(1);
    Files.delete(folder.resolve("x"));
    assertThat(places.renew()).isZero();
    assertThat(failures()).isEqualTo(2);
    assertThat(places.of(TEST).country()).isEqualTo("de");
    byte[] whole = new Mmdb().with("203", Map.of("country_code", "CH")).bytes();
    put("x", java.util.Arrays.copyOf(whole, whole.length - 60));
    assertThat(places.renew()).isZero();
    put("x", whole);
    assertThat(places.renew()).isEqualTo(1);
    assertThat(places.of(TEST).country()).isEqualTo("ch");
    assertThat(folder)
        .isDirectoryContaining("glob:**/x")
        .isDirectoryNotContaining("glob:**/*.copy");
  }

  @Test
  void anotherFileIsTakenUpWithTheConfiguration() throws Exception {
    PlaceLookup places = open(file("x", Map.of("country_code", "FR")));
    places.reload(config(file("y", Map.of("country_code", "DE"))));
    assertThat(places.of(TEST).country()).isEqualTo("de");
    places.reload(config("file = \"" + folder.resolve("missing") + "\""));
    assertThat(places.of(TEST).country()).isEqualTo("de");
    assertThat(failures()).isEqualTo(1);
    places.reload(config(file("y", Map.of("country_code", "IT"))));
    assertThat(places.of(TEST).country()).isEqualTo("it");
    places.reload(config("file = \"none\""));
    assertThat(places.of(TEST)).isEqualTo(Place.UNKNOWN);
  }

  /** Whoever asks while files are replaced, or shrink under it, gets an answer of one of them. */
  @Test
  void nobodyWhoAsksNoticesTheChange() throws Exception {
    PlaceLookup places = open(file("x", Map.of("country_code", "FR")));
    AtomicBoolean over = new AtomicBoolean();
    AtomicReference<Object> odd = new AtomicReference<>();
    Thread asking =
        new Thread(
            () -> {
              while (!over.get() && odd.get() == null) {
                String country = places.of(TEST).country();
                if (!List.of("fr", "de").contains(country)) {
                  odd.set("found " + country);
                }
              }
            });
    asking.setUncaughtExceptionHandler((thread, failure) -> odd.set(failure));
    asking.start();
    for (int i = 0; i < 50; i++) {
      file("x", Map.of("country_code", i % 2 == 0 ? "DE" : "FR"));
      assertThat(places.renew()).isEqualTo(1);
      put("x", new byte[0]);
      assertThat(places.renew()).isZero();
    }
    over.set(true);
    asking.join();
    assertThat(odd.get()).isNull();
  }

  @Test
  void aFileThatCannotBeUsedIsNamed() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.mmdb"), "not a database");
    assertThatThrownBy(() -> open("file = \"" + broken + "\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broken.mmdb is no usable .mmdb file");
    assertThatThrownBy(() -> open("network_file = \"" + folder.resolve("missing.mmdb") + "\""))
        .hasMessageContaining("geo.network_file: cannot read");
  }

  /** A database may be damaged anywhere; then it is refused, or what is broken is not known. */
  @Property(tries = 300)
  void damageDoesNoHarm(
      @ForAll @IntRange(max = 400) int at, @ForAll @Size(min = 1, max = 8) byte[] damage)
      throws Exception {
    byte[] bytes =
        new Mmdb()
            .with("203.0", Map.of("country_code", "CH", "city", Map.of("names", Map.of("en", "Z"))))
            .with("198", Map.of("country", Map.of("iso_code", "FR"), "location", Map.of()))
            .bytes();
    System.arraycopy(damage, 0, bytes, at % (bytes.length - damage.length), damage.length);
    Path mine = Files.createTempDirectory("geo");
    try {
      Files.write(mine.resolve("x"), bytes);
      PlaceLookup places = new PlaceLookup(mine, new Metrics());
      places.reload(config("file = \"" + mine.resolve("x") + "\""));
      assertThat(places.of(TEST)).isNotNull();
    } finally {
      Files.deleteIfExists(mine.resolve("x"));
      Files.delete(mine);
    }
  }

  private PlaceLookup open(String settings) throws ConfigException {
    metrics = new Metrics();
    return PlaceLookup.open(config(settings), folder, metrics);
  }

  private static Config config(String settings) throws ConfigException {
    return Config.parse("test.toml", "[geo]\n" + settings + "\n", GeoSettings.ALL);
  }

  /** Writes a database of one network, and gives the setting that names it. */
  private String file(String name, Map<String, Object> fields) throws Exception {
    put(name, new Mmdb().with("203.0.113", fields).bytes());
    return "file = \"" + folder.resolve(name) + "\"";
  }

  /** Every file gets a time of its own, however fast the test is. */
  private void put(String name, byte[] bytes) throws Exception {
    Path fresh = Files.write(folder.resolve(name + ".new"), bytes);
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.ofEpochSecond(++version)));
    Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private double failures() {
    return metrics.registry().getSampleValue("footfall_geo_failures_total");
  }
}
