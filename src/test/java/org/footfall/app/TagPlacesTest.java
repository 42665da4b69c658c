package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.manual.Manual;
import org.footfall.tracking.http.OptOutServlet;
import org.footfall.ui.Ui;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagPlacesTest {
  private static TagPlaces places(String toml) throws ConfigException {
    return TagPlaces.of(Config.parse("t.toml", toml, AllSettings.ALL));
  }

  @Test
  void everyAddressIsInOnePlace() throws ConfigException {
    TagPlaces places =
        places("[tag]\npaths = [\"/x/a.js\", \"/x/\"]\nhit_paths = [\"/x/\", \"/x/h\"]");
    assertThat(places.tagAlone())
        .contains("/matomo.js", "/matomo.js.map", "/footfall.lite.js", "/x/a.js", "/x/a.js.map")
        .doesNotContain("/js/", "/x/", "/x/.map");
    assertThat(places.hits())
        .contains("/matomo.php", "/piwik.php", "/js/tracker.php", "/x/h", "/x/");
    assertThat(places.both()).containsExactly("/js/", "/js/index.php", "/x/");
    assertThat(Stream.of(places.tagAlone(), places.hits()).flatMap(Collection::stream))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesThatAreThereAnywayDoNoHarm() throws ConfigException {
    TagPlaces places = places("[tag]\npaths = [\"/matomo.js\"]\nhit_paths = [\"/piwik.php\"]");
    assertThat(places).isEqualTo(places(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "x.js",
        "/s",
        "/s/1/x.js",
        "/index.php",
        "/api/",
        "/metrics",
        "/a//b",
        "/a/../b",
        "/./a",
        "/a/*",
        "*.js",
        "/a b",
        "/a?b",
        "/a%41",
        "/a;b",
        "/x.js.map",
      })
  void whatIsNotFreeIsRefusedWithItsLine(String path) {
    for (String name : List.of("paths", "hit_paths")) {
      assertThatThrownBy(() -> places("[tag]\n" + name + " = [\"/fine\", \"" + path + "\"]"))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("t.toml:2: tag." + name + " must be paths such as")
          .hasMessageContaining("\"" + path + "\"");
    }
  }

  /** A page that is added one day must be added to what cannot be taken. */
  @Test
  void noPageOfOursCanBeTaken() {
    Ui ui =
        new Ui(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            request -> "",
            Manual.load(),
            Clock.systemUTC());
    List<String> own =
        Stream.concat(
                ui.routes().stream().flatMap(route -> route.paths().stream()),
                Stream.of("/health/*", "/metrics", "/robots.txt", "/api/*", OptOutServlet.SCRIPT))
            .toList();
    assertThat(own).contains("/s/*", "/login");
    for (String path : own) {
      String taken = path.replace("*", "x");
      assertThatThrownBy(() -> places("[tag]\npaths = [\"" + taken + "\"]"))
          .as(taken)
          .isInstanceOf(ConfigException.class);
    }
  }

  @Test
  void lookAlikesAreFree() throws ConfigException {
    assertThat(places("[tag]\npaths = [\"/stats.js\", \"/api2/x\", \"/a.b/c-d_e~/\"]").tag())
        .contains("/stats.js", "/api2/x", "/a.b/c-d_e~/");
  }
}
