package org.footfall.tag;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.footfall.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests of the tag that share a browser and a site, with a profile and a folder for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnStage {
  static final String VIEW = "_paq.push(['trackPageView']);";

  Stage stage;
  TaggedSite site;
  Chromium chromium;
  BrowserContext profile;
  String folder;

  @BeforeAll
  void raise() {
    stage = new Stage("matomo.js");
    site = stage.site;
    chromium = stage.chromium;
  }

  @BeforeEach
  void clear() {
    folder = stage.folder();
    chromium.complaints.clear();
    profile = chromium.profile(new Browser.NewContextOptions());
  }

  @AfterEach
  void leave() {
    profile.close();
  }

  @AfterAll
  void strike() {
    stage.close();
  }

  /** A page with the tag at a path of the folder. */
  void write(String path, String script, String body) {
    site.page(folder + path, Stage.html(folder, script, "matomo.js", body));
  }

  String address(String path) {
    return site.address() + folder + path;
  }

  /** The same on a host of this name. */
  String address(String host, String path) {
    return site.address(host) + folder + path;
  }

  Page blank() {
    return chromium.page(profile, "");
  }

  /** A new page at a path of the folder. */
  Page open(String path) {
    return openAt(address(path));
  }

  Page openAt(String address) {
    Page page = blank();
    page.navigate(address);
    return page;
  }

  /** A new page whose tag has begun. */
  Page ready(String path) {
    Page page = open(path);
    page.waitForFunction(Stage.READY);
    return page;
  }

  Hit take(String what) {
    return site.take(folder, what, Wanted.of(what));
  }

  /** What came and was not taken. */
  List<Hit> rest() {
    return site.hits(folder);
  }
}
