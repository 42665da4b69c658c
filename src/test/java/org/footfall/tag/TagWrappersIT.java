package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote around Matomo's tracker for their frameworks, unchanged, with our tag. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagWrappersIT {
  private static final Path MODULES = Path.of("webapp", "node_modules").toAbsolutePath();

  private Path folder;
  private RunningFootfall footfall;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    this.folder = folder;
    footfall = new RunningFootfall(folder);
    stage = new Stage("matomo.js", new TaggedSite(footfall.address()));
  }

  @AfterAll
  void stop() {
    stage.close();
    footfall.close();
  }

  /** The application as one script, by esbuild. */
  private String bundle(String source, String path, String... options) throws Exception {
    Path file = folder.resolve(source);
    try (InputStream in = TagWrappersIT.class.getResourceAsStream("wrappers/" + source)) {
      Files.write(file, in.readAllBytes());
    }
    Path bundled = folder.resolve("bundled-" + path.substring(1) + ".js");
    List<String> words =
        new ArrayList<>(
            List.of(
                MODULES.resolve(".bin/esbuild").toString(),
                file.toString(),
                "--bundle",
                "--format=iife",
                "--outfile=" + bundled,
                "--log-level=error",
                "--define:FOLDER=\"" + path + "\"",
                "--define:process.env.NODE_ENV=\"production\"",
                "--define:__VUE_OPTIONS_API__=true",
                "--define:__VUE_PROD_DEVTOOLS__=false",
                "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false"));
    words.addAll(List.of(options));
    ProcessBuilder esbuild = new ProcessBuilder(words).redirectErrorStream(true);
    esbuild.environment().put("NODE_PATH", MODULES.toString());
    Process process = esbuild.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return Files.readString(bundled);
  }

  private Page open(BrowserContext profile, String path, String script) {
    String html =
        "<!doctype html><html><head><title>Shop</title><link rel='icon' href='data:,'></head><body>"
            + "<div id='app'></div>"
            + "<button type='button' data-matomo-event='click' data-matomo-category='Tea'"
            + " data-matomo-action='pour'>Pour</button><script>"
            + script.replace("</script", "<\\/script")
            + "</script></body></html>";
    stage.site.page(path + "/page", html);
    stage.site.page(path + "/tea", html);
    stage.chromium.complaints.clear();
    Page page = stage.chromium.page(profile, "");
    page.navigate(stage.site.address() + path + "/page");
    return page;
  }

  private void take(String path, String wanted) {
    Hit unused = stage.site.take(path, wanted, Wanted.of(wanted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@datapunt/matomo-tracker-js", "@jonkoops/matomo-tracker"})
  void trackersOfReactsFriends(String name) throws Exception {
    String path = stage.folder();
    String script = bundle("matomo-tracker.js", path, "--alias:matomo-tracker-package=" + name);
    try (BrowserContext profile = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = open(profile, path, script);
      take(path, "action_name=Start uid=ada dimension1=gold");
      take(path, "e_c=Tea e_a=brew e_n=Green e_v=3");
      take(path, "search=green%20tea search_cat=Drinks search_count=4");
      take(path, "idgoal=0 ec_id=A-17 revenue=9 ec_items~.*T1.*");
      take(path, "link=http://maker.test/tea");
      page.click("button");
      take(path, "e_c=Tea e_a=pour");
    }
    assertThat(stage.site.hits(path)).isEmpty();
    assertThat(stage.chromium.complaints).isEmpty();
    footfall.process();
    assertThat(footfall.report("Actions.getPageUrls").findValuesAsText("label"))
        .contains(path + "/page");
  }

  @Test
  void vue() throws Exception {
    String path = stage.folder();
    try (BrowserContext profile = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = open(profile, path, bundle("vue.js", path));
      take(path, "action_name=Start uid=ada url~.*/page");
      page.click("#go");
      take(path, "action_name=All%20teas url~.*/tea urlref~.*/page");
      page.evaluate("dispatchEvent(new Event('brew'))");
      take(path, "e_c=Tea e_a=brew");
    }
    assertThat(stage.site.hits(path)).isEmpty();
    assertThat(stage.chromium.complaints).isEmpty();
    footfall.process();
    assertThat(footfall.report("Actions.getPageUrls").findValuesAsText("label"))
        .contains(path + "/page", path + "/tea");
  }
}
