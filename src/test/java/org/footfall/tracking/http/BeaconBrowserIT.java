package org.footfall.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.footfall.testing.Await;
import org.footfall.testing.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beacons as a browser sends them from a page of another site. */
@Tag("system")
class BeaconBrowserIT {
  @Test
  void aBeaconOfJsonIsTaken() throws Exception {
    Door door = new Door();
    try (Chromium chromium = new Chromium();
        BrowserContext profile = chromium.profile(800, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      page.navigate("http://shop.test:" + door.port() + "/matomo.php");
      Object sent =
          page.evaluate(
              """
              port => navigator.sendBeacon('http://127.0.0.1:' + port + '/matomo.php', new Blob(
                ['{"requests":["?idsite=1&rec=1&url=http%3A%2F%2Fshop.test%2F"]}'], {type: 'application/json'}))
              """,
              door.port());
      assertThat(sent).isEqualTo(true);
      Await.until("the hit has come", () -> door.queued.size() == 1);
    } finally {
      door.close();
    }
  }
}
