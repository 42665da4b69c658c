package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tag costs a page that has it: requests and bytes, which are held to a budget, and time
 * on the page's main thread, which is only told, since it is the machine's as much as the tag's.
 */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagCostIT {
  private static final int BUDGET = 8192;
  private static final int LITE_BUDGET = 1536;
  private static final int ROUNDS = 3;

  /** How much slower than this one a telephone of the middle is, as the browser's tools say. */
  private static final int TELEPHONE = 4;

  private RunningFootfall footfall;
  private Stage stage;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    footfall = new RunningFootfall(folder);
    stage = new Stage("matomo.js");
  }

  @AfterAll
  void stop() {
    stage.close();
    footfall.close();
  }

  /** One load: bodies by name, how many requests, and milliseconds of the main thread. */
  private record Load(Map<String, Integer> bodies, int requests, double script, double task) {}

  @Test
  void theWholeTagIsOneSmallFileAndOneRequest() {
    Load load = report("footfall", "matomo.js");
    assertThat(load.bodies().get("matomo.js")).isBetween(1000, BUDGET);
    assertThat(load.requests()).as("the tag and the page view").isEqualTo(2);
  }

  @Test
  void theLiteTagIsOneTinyFileAndOneRequest() {
    Load load = report("lite", "footfall.lite.js");
    assertThat(load.bodies().get("footfall.lite.js")).isBetween(100, LITE_BUDGET);
    assertThat(load.requests()).as("the tag and the page view").isEqualTo(2);
  }

  private Load report(String name, String file) {
    String path = stage.folder();
    String queue =
        "var _paq = window._paq = window._paq || [];"
            + "_paq.push(['setTrackerUrl', '%s/matomo.php']); _paq.push(['setSiteId', '1']);"
                .formatted(footfall.address())
            + "_paq.push(['enableLinkTracking']); _paq.push(['trackPageView']);";
    String head = "<!doctype html><title>Shop</title><link rel='icon' href='data:,'>";
    String text = "<p>Tea.</p>".repeat(200);
    site(path + "/without", head + "<script>" + queue + "</script>" + text);
    site(
        path + "/with",
        head
            + "<script>"
            + queue
            + "</script><script async src='"
            + footfall.address()
            + "/"
            + file
            + "'></script>"
            + text);
    Load one = load(path + "/with", 1, true);
    System.out.printf(
        "%n%s: %d requests to load a page, the tag's body %d bytes%n",
        name, one.requests(), one.bodies().get(file));
    for (int slower : List.of(1, TELEPHONE)) {
      Load with = median(path + "/with", slower, true);
      Load without = median(path + "/without", slower, false);
      System.out.printf(
          "%s, processor 1/%d: scripts %.1f ms (%.1f without the tag), all tasks %.1f ms (%.1f)%n",
          name, slower, with.script(), without.script(), with.task(), without.task());
    }
    return one;
  }

  private void site(String path, String html) {
    stage.site.page(path, html);
  }

  private Load median(String path, int slower, boolean tagged) {
    List<Load> loads = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      loads.add(load(path, slower, tagged));
    }
    loads.sort(Comparator.comparingDouble(Load::script));
    return loads.get(ROUNDS / 2);
  }

  private Load load(String path, int slower, boolean tagged) {
    String server = footfall.address().toString();
    List<Response> responses = new ArrayList<>();
    try (BrowserContext profile = stage.chromium.profile(new Browser.NewContextOptions())) {
      Page page = stage.chromium.page(profile, "");
      List<String> requests = new ArrayList<>();
      page.onRequest(
          request -> {
            if (request.url().startsWith(server)) {
              requests.add(request.url());
            }
          });
      page.onResponse(
          response -> {
            if (response.url().startsWith(server) && response.request().method().equals("GET")) {
              responses.add(response);
            }
          });
      CDPSession tools = profile.newCDPSession(page);
      tools.send("Performance.enable");
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", slower);
      tools.send("Emulation.setCPUThrottlingRate", rate);
      page.navigate(stage.site.address() + path);
      if (tagged) {
        page.waitForCondition(() -> requests.stream().anyMatch(url -> url.contains("rec=1")));
      }
      Map<String, Double> metrics = new HashMap<>();
      for (JsonElement metric : tools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
        JsonObject one = metric.getAsJsonObject();
        metrics.put(one.get("name").getAsString(), one.get("value").getAsDouble() * 1000);
      }
      Map<String, Integer> bodies = new HashMap<>();
      for (Response response : responses) {
        Sizes sizes = response.request().sizes();
        String url = response.url();
        bodies.put(url.substring(url.lastIndexOf('/') + 1), sizes.responseBodySize);
      }
      return new Load(
          bodies, requests.size(), metrics.get("ScriptDuration"), metrics.get("TaskDuration"));
    }
  }
}
