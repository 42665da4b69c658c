package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.footfall.account.Right;
import org.footfall.manual.Manual;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.testing.TestClock;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that tells what can be asked. */
class HelpIT {
  private static final String PASSWORD = "a long password";

  private Database database;
  private UiServer server;
  private UiServer.Browser browser;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    server =
        new UiServer(
            database, new SampleReader(), new TestClock(Instant.parse("2026-11-23T13:03:00Z")));
    server.accounts.add("agathe", "agathe@openlarder.example", PASSWORD, false);
    browser = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  private SiteId visibleSite(String name) {
    SiteId site = server.addSite(name, "https://openlarder.example");
    server.accounts.grant("agathe", site, Right.VIEW);
    return site;
  }

  @Test
  void everyMethodIsThereWithItsParametersAndAnExample() throws Exception {
    server.addSite("Not hers", "https://example.org");
    SiteId site = visibleSite("Hers");
    browser.signIn("agathe", PASSWORD);
    String page = browser.get("/help/api").body();
    assertThat(page).doesNotContain("Not hers");
    List<MethodEntry> methods = Manual.load().methods();
    for (MethodEntry method : methods) {
      int begin = page.indexOf("<details id=\"" + method.name() + "\">");
      assertThat(begin).as(method.name()).isPositive();
      String part = page.substring(begin, page.indexOf("</details>", begin));
      for (Parameter parameter : method.parameters()) {
        assertThat(part).as(method.name()).contains("<code>" + parameter.name() + "</code>");
      }
      String question = method.question(site.toString()).replace("&", "&amp;");
      String link = "href=\"/index.php?" + question + "&amp;force_api_session=1\"";
      assertThat(part.contains(link)).as(link).isEqualTo(!method.changes());
    }
  }

  @Test
  void itIsForThoseWhoSeeASite() throws Exception {
    visibleSite("Hers");
    assertThat(browser.get("/help/api?q=goal").headers().firstValue("Location"))
        .contains("/login?to=%2Fhelp%2Fapi%3Fq%3Dgoal");
    server.accounts.add("nobody", "nobody@openlarder.example", PASSWORD, false);
    browser.signIn("nobody", PASSWORD);
    assertThat(browser.get("/help/api").headers().firstValue("Location")).contains("/");
  }

  @Test
  void aSearchShowsWhatContainsIt() throws Exception {
    visibleSite("Hers");
    browser.signIn("agathe", PASSWORD);
    assertThat(browser.get("/help/api?q=DELETEGOAL").body())
        .contains("1 of ")
        .contains("<details id=\"Goals.deleteGoal\">")
        .doesNotContain("<details id=\"Goals.addGoal\">");
    assertThat(browser.get("/help/api?q=%3Cscript%3E").body())
        .contains("Nothing contains “&lt;script&gt;”.");
    assertThat(browser.get("/help/api?q=" + "x".repeat(3000)).statusCode()).isEqualTo(200);
  }
}
