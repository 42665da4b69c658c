package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footfall.tag.Engine.Window;
import org.footfall.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tag in other browsers than the one that the other tests steer, also in old ones. The pages
 * play by themselves, one leads to the next, and tell what they see beside what the tag sends.
 */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagEnginesIT {
  private static final long BROWSER_STARTS_SECONDS = 60;
  private static final Map<String, String> POLICY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'nonce-engine'; img-src 'self' data:; connect-src 'self';"
              + " frame-src 'self'");
  private static final Map<String, String> FRAME_POLICY =
      Map.of("Content-Security-Policy", "script-src 'nonce-engine'");

  private final TaggedSite site = new TaggedSite();
  private Process screen;
  private String display;

  @BeforeAll
  void start() throws IOException {
    screen =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader number = screen.inputReader();
    display = ":" + number.readLine();
  }

  @AfterAll
  void stop() {
    site.close();
    screen.destroyForcibly();
  }

  @ParameterizedTest
  @EnumSource
  void playsThePages(Engine engine, @TempDir Path profile) throws IOException {
    play(
        engine,
        profile,
        true,
        visit -> {
          visit.first();
          visit.second();
          visit.parts();
          if (engine != Engine.WEBKIT_608) {
            visit.light();
          }
          visit.consent();
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"WPE", "FIREFOX"})
  void playsThePagesWithoutCookies(Engine engine, @TempDir Path profile) throws IOException {
    play(engine, profile, false, Visit::withoutCookies);
  }

  private void play(Engine engine, Path profile, boolean cookies, Consumer<Visit> visit)
      throws IOException {
    String folder = "/" + engine.name() + (cookies ? "" : "-without");
    for (String page : new String[] {"first", "second", "parts", "light", "consent"}) {
      site.page(folder + "/" + page, resource(page + ".html"), POLICY);
    }
    site.page(folder + "/framed", resource("framed.html"), FRAME_POLICY);
    site.page(folder + "/tell.js", resource("tell.js"), Map.of());
    String start = site.address() + folder + "/first";
    try (Window window = engine.open(start, profile, display, cookies)) {
      try {
        Await.until(
            "a page is shown",
            BROWSER_STARTS_SECONDS,
            () -> !site.hits(folder + "/told").isEmpty());
        Visit begun = new Visit(folder);
        assertThat(begun.told("agent")).contains(engine.agent);
        visit.accept(begun);
        assertThat(site.hits(folder + "/told"))
            .noneMatch(hit -> has(hit, "error") && !hit.value("error").contains("planned"));
      } catch (AssertionError e) {
        throw new AssertionError(e.getMessage() + "\n" + Files.readString(window.said()), e);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = TagEnginesIT.class.getResourceAsStream("engines/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean has(Hit hit, String parameter) {
    return hit.parameters().containsKey(parameter);
  }

  /** One browser's way through the pages. */
  private final class Visit {
    private static final Pattern VISITOR =
        Pattern.compile("_pk_id\\.1\\.[0-9a-f]{4}=([0-9a-f]{16})\\.\\d{10}\\.");

    private final String folder;
    private String id;

    Visit(String folder) {
      this.folder = folder;
    }

    String told(String what) {
      return site.take(folder + "/told", what, hit -> has(hit, what)).value(what);
    }

    Hit hit(String tracker, String parameter, String value) {
      return site.take(
          folder + "/" + tracker,
          parameter + "=" + value,
          hit -> hit.value(parameter).equals(value));
    }

    private String visitor(String cookies) {
      assertThat(cookies).containsPattern("_pk_ses\\.1\\.[0-9a-f]{4}=1(;|$)");
      Matcher visitor = VISITOR.matcher(cookies);
      assertThat(visitor.find()).as(cookies).isTrue();
      return visitor.group(1);
    }

    void first() {
      Hit view = hit("hits", "action_name", "First");
      id = view.value("_id");
      assertThat(visitor(told("cookies"))).isEqualTo(id);
      assertThat(view.value("url")).endsWith("/first");
      assertThat(view.value("res")).matches("\\d+x\\d+");
      assertThat(view.value("_idn") + view.value("cookie")).isEqualTo("11");
      assertThat(told("part")).startsWith("sha256-");

      assertThat(hit("hits", "c_n", "Banner").parameters())
          .containsEntry("c_p", "Picture")
          .containsEntry("ca", "1")
          .containsEntry("_id", id);
      assertThat(hit("hits", "e_c", "Video").parameters())
          .containsEntry("e_a", "Play")
          .containsEntry("e_n", "Trailer é")
          .containsEntry("e_v", "3")
          .containsEntry("ca", "1")
          .containsEntry("_id", id);
      assertThat(hit("hits", "idgoal", "2").parameters())
          .containsEntry("revenue", "9.5")
          .containsEntry("_id", id);
      assertThat(hit("hits", "idgoal", "0").parameters())
          .containsEntry("ec_id", "A-1")
          .containsEntry("revenue", "9")
          .containsEntry("ec_items", "[[\"SKU 1\",\"Spoon\",[\"Kitchen\",\"Steel\"],4.5,2]]");
      // These two were made in the moment in which the page was left.
      assertThat(hit("hits", "link", "http://elsewhere.example/shop").value("_id")).isEqualTo(id);
      assertThat(hit("hits", "e_c", "Last").value("_id")).isEqualTo(id);

      Hit framed = hit("framed", "action_name", "Framed");
      assertThat(framed.value("_id") + framed.value("cookie")).isEqualTo("0");
    }

    void second() {
      Hit view = hit("hits", "action_name", "Second");
      assertThat(view.value("_id")).isEqualTo(id);
      assertThat(view.value("_idn")).isEqualTo("0");
      assertThat(view.value("urlref")).endsWith("/first");
      assertThat(visitor(told("again"))).isEqualTo(id);
      assertThat(hit("hits", "e_c", "Gap").value("_id")).isEqualTo(id);
    }

    void parts() {
      Hit view = hit("parts", "action_name", "Parts");
      assertThat(view.value("url")).endsWith("/parts");
      assertThat(view.value("_id")).isEqualTo(id);
      assertThat(hit("parts", "action_name", "Parts").value("url")).endsWith("/parts?tea");
      assertThat(hit("parts", "e_c", "Tea").parameters())
          .containsEntry("e_a", "brew")
          .containsEntry("e_n", "Green")
          .containsEntry("e_v", "3");
      assertThat(hit("parts", "e_c", "JavaScript Errors").value("e_n")).contains("planned");
      assertThat(hit("parts", "e_c", "Scroll Depth").value("e_n")).endsWith("/parts");
      assertThat(hit("parts", "c_n", "Seen").value("c_p")).isEqualTo("Unknown");
      for (String action : new String[] {"one", "two"}) {
        assertThat(hit("parts", "e_a", action).how()).containsExactly("POST", "bulk");
      }
      assertThat(told("crossed")).matches("http://other\\.example/shop\\?pk_vid=" + id + ".*");
      assertThat(site.hits(folder + "/parts"))
          .noneMatch(hit -> hit.value("c_n").equals("Hidden") || hit.value("e_c").equals("404"));
    }

    /** The lite tracker needs sendBeacon. */
    void light() {
      assertThat(hit("lite", "action_name", "Light").value("_id")).isEqualTo(id);
      assertThat(hit("lite", "e_c", "Light").parameters())
          .containsEntry("e_a", "Works")
          .containsEntry("ca", "1")
          .containsEntry("_id", id);
      assertThat(hit("lite", "download", site.address() + folder + "/paper.pdf").value("_id"))
          .isEqualTo(id);
      assertThat(visitor(told("light"))).isEqualTo(id);
    }

    void consent() {
      assertThat(told("before")).doesNotContain("_pk_");
      Hit view = hit("consent", "action_name", "Consent");
      assertThat(view.value("consent")).isEqualTo("1");
      assertThat(visitor(told("after"))).isEqualTo(view.value("_id")).isNotEqualTo(id);
      assertThat(site.hits(folder + "/consent")).isEmpty();
    }

    /** Nobody is known again, and nothing is lost. */
    void withoutCookies() {
      for (String page : new String[] {"First", "Second", "Light"}) {
        Hit view = hit(page.equals("Light") ? "lite" : "hits", "action_name", page);
        assertThat(view.value("_id")).isEmpty();
      }
      assertThat(hit("hits", "e_c", "Last").value("cookie")).isEqualTo("0");
      assertThat(hit("consent", "action_name", "Consent").value("_id")).isEmpty();
      for (String page : new String[] {"cookies", "again", "light", "before", "after"}) {
        assertThat(told(page)).isEmpty();
      }
    }
  }
}
