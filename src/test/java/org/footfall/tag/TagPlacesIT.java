package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.footfall.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tag in pages in odd places: in frames, and on a disk; and its copies. */
@Tag("system")
class TagPlacesIT extends OnStage {
  private void frame(String path, String source) {
    site.page(
        folder + path,
        "<!doctype html><title>Outer</title><link rel=icon href='data:,'>"
            + "<iframe src='"
            + source
            + "'></iframe>");
  }

  @Test
  void aPageThatMustNotBeFramedLeavesItsFrame() {
    write("/a", "_paq.push(['killFrame'], ['trackPageView']);", "");
    frame("/outer", "a");
    Page page = open("/outer");
    page.waitForURL("**/a");
    take("action_name=Shop");
    assertThat(page.title()).isEqualTo("Shop");
  }

  /** Browsers let frames of strangers do so only once they were touched. */
  @Test
  void aPageInTheFrameOfAStrangerStaysTracked() {
    write("/a", "_paq.push(['killFrame'], ['trackPageView']);", "");
    frame("/outer", address("two.test", "/a"));
    openAt(address("one.test", "/outer"));
    take("action_name=Shop url=" + address("two.test", "/a"));
  }

  private String onDisk(Path disk, String script) throws IOException {
    String html =
        Stage.html(folder, script, "matomo.js", "")
            .replace("src=\"/matomo.js", "src=\"" + address("/matomo.js"))
            .replace("'" + folder + "/matomo.php", "'" + address("/matomo.php"));
    return Files.writeString(disk.resolve("page.html"), html).toUri().toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPageOnADiskIsTrackedOnRequest(boolean enabled, @TempDir Path disk) throws IOException {
    String enable = enabled ? "_paq.push(['enableFileTracking']);" : "";
    Page page = openAt(onDisk(disk, enable + VIEW));
    page.waitForFunction(Stage.READY);
    if (enabled) {
      take("action_name=Shop url~file:///.*/page\\.html");
    }
    page.evaluate("_paq.push(['trackEvent', 'a', 'b'])");
    if (enabled) {
      take("e_c=a");
    }
    page.navigate("about:blank");
    assertThat(rest()).isEmpty();
  }

  @Test
  void aPageOnADiskSendsItsReadersToTheSite(@TempDir Path disk) throws IOException {
    write("/a", VIEW, "");
    Page page =
        openAt(onDisk(disk, "_paq.push(['redirectFile', '" + address("/a") + "']);" + VIEW));
    page.waitForURL("**/a");
    take("action_name=Shop url=" + address("/a"));
    assertThat(rest()).isEmpty();
  }

  /** As the browser does with pages that it is told are likely to be next. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPageThatIsPreparedIsTrackedWhenItIsShown(boolean atOnce, @TempDir Path files)
      throws Exception {
    write(
        "/b",
        "window.matomoPluginAsyncInit = () => Matomo.on('MatomoInitialized',"
            + " () => localStorage.setItem('tag', 'there'));"
            + (atOnce ? "_paq.push(['setCountPreRendered', true]);" : "")
            + "_paq.push(['setCustomRequestProcessing',"
            + " request => request + '&prepared=' + document.prerendering]);"
            + VIEW
            + "_paq.push(['trackAllContentImpressions'], ['trackEvent', 'a', 'b']);",
        "<div data-track-content data-content-name='Tea' data-content-piece='x'></div>");
    site.page(
        folder + "/a",
        "<!doctype html><title>A</title><link rel=icon href='data:,'>"
            + "<script type=speculationrules>{\"prerender\":"
            + "[{\"source\":\"list\",\"urls\":[\"b\"],\"eagerness\":\"immediate\"}]}</script>"
            + "<a href=b>B</a><script>addEventListener('storage',"
            + " () => document.querySelector('a').click())</script>");
    try (AutoCloseable unused = Chromium.unwatched(files, address("/a"))) {
      take("action_name=Shop prepared=" + atOnce);
      take("c_n=Tea" + (atOnce ? "" : " prepared=false"));
      take("e_c=a" + (atOnce ? "" : " prepared=false"));
    }
    assertThat(rest()).isEmpty();
  }

  /**
   * Some serve the tag as a file of theirs; parts then come from beside the tracker, or the API.
   */
  @ParameterizedTest
  @CsvSource({"'', /matomo.js", "'/api/index.php', /api/matomo.js"})
  void aCopyOfTheTagFindsItsParts(String api, String parts) throws IOException {
    site.page(folder + "/copy.js", TaggedSite.tag());
    String set = api.isEmpty() ? "" : "_paq.push(['setAPIUrl', '" + address(api) + "']);";
    site.page(
        folder + "/a",
        Stage.html(
            folder,
            set + VIEW + "_paq.push(['trackContentImpression', 'Tea', 'x', 'y']);",
            folder.substring(1) + "/copy.js?v=2",
            ""));
    Page page = blank();
    List<String> asked = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("?part=")) {
            asked.add(request.url().replaceAll("\\?.*", ""));
          }
        });
    page.navigate(address("/a"));
    take("action_name=Shop");
    take("c_n=Tea");
    assertThat(asked).containsExactly(address("/copy.js"), address(parts));
  }
}
