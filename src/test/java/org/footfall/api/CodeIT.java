package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.footfall.account.Right;
import org.footfall.api.TestApi.Reply;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code for pages, as the API gives it. */
class CodeIT {
  private static final String TAG = "method=SitesManager.getJavascriptTag&idSite=1";
  private static final String IMAGE = "method=SitesManager.getImageTrackingCode&idSite=1";
  private static final String OPT_OUT =
      "method=CoreAdminHome.getOptOutJSEmbedCode&backgroundColor=FFFFFF&fontColor=&fontSize="
          + "&fontFamily=&showIntro=1&matomoUrl=https%3A%2F%2Fstats.example%2F&language=auto";
  private static final String OWN =
      "method=CoreAdminHome.getOptOutSelfContainedEmbedCode&backgroundColor=&fontColor=&fontSize="
          + "&fontFamily=Arial";

  private static TestApi api;
  private static String viewer;

  @BeforeAll
  static void start() throws Exception {
    api = new TestApi();
    SiteId shop = api.addSite("shop", "UTC");
    api.ask(
        api.token("root", true),
        "method=SitesManager.updateSite&idSite=1&urls[0]=https%3A%2F%2Fshop.example%3A8443%2Fde%2F"
            + "&urls[1]=http%3A%2F%2Fother.example");
    api.addSite("blog", "UTC");
    viewer = api.token("viewer", false);
    api.grant("viewer", shop, Right.VIEW);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void theTagNamesTheServerThatWasAsked() throws Exception {
    String base = "http://localhost:" + api.port();
    assertThat(code(TAG))
        .contains(
            "_paq.push(['setTrackerUrl', '" + base + "/matomo.php']);",
            "_paq.push(['setSiteId', '1']);",
            "<script async src=\"" + base + "/matomo.js\"></script>");
    assertThat(code(TAG + "&piwikUrl=https%3A%2F%2Fstats.example%2Fx%2F"))
        .contains("'https://stats.example/x/matomo.php'")
        .doesNotContain(base, "setDomains", "setCookieDomain", "noscript", "disableCookies");
  }

  @Test
  void everyOptionIsACall() throws Exception {
    assertThat(
            code(
                TAG
                    + "&mergeSubdomains=1&groupPageTitlesByDomain=1&mergeAliasUrls=1&crossDomain=1"
                    + "&doNotTrack=1&disableCookies=1&trackNoScript=1&disableCampaignParameters=1"
                    + "&customCampaignNameQueryParam=cn&customCampaignKeywordParam=ck"
                    + "&excludedQueryParams=sid,token&excludedReferrers[0]=pay.example"
                    + "&visitorCustomVariables[0][0]=Plan&visitorCustomVariables[0][1]=Pro"
                    + "&pageCustomVariables[0][0]=Kind&pageCustomVariables[0][1]=Long"))
        .contains(
            "_paq.push(['setDocumentTitle', document.domain + '/' + document.title]);",
            "_paq.push(['setCookieDomain', '*.shop.example']);",
            "_paq.push(['setDomains', ['*.shop.example:8443/de', '*.other.example']]);",
            "_paq.push(['enableCrossDomainLinking']);",
            "_paq.push(['setCustomVariable', 1, 'Plan', 'Pro', 'visit']);",
            "_paq.push(['setCustomVariable', 1, 'Kind', 'Long', 'page']);",
            "_paq.push(['setCampaignNameKey', 'cn']);",
            "_paq.push(['setCampaignKeywordKey', 'ck']);",
            "_paq.push(['setExcludedQueryParams', ['sid', 'token']]);",
            "_paq.push(['setExcludedReferrers', ['pay.example']]);",
            "_paq.push(['disableCampaignParameters']);",
            "_paq.push(['setDoNotTrack', true]);",
            "_paq.push(['disableCookies']);",
            "<noscript><img ");
  }

  @Test
  void theImageSaysWhatItCounts() throws Exception {
    assertThat(code(IMAGE + "&piwikUrl=stats.example&actionName=A%26B&idGoal=7&revenue=12.50"))
        .contains(
            "src=\"//stats.example/matomo.php?idsite=1&amp;rec=1&amp;action_name=A%26B"
                + "&amp;idgoal=7&amp;revenue=12.5\"");
    assertThat(code(IMAGE + "&actionName=false&idGoal=false&revenue=false"))
        .contains("/matomo.php?idsite=1&amp;rec=1\"");
  }

  @Test
  void theOptOutFormIsPutIntoPagesInTwoWays() throws Exception {
    assertThat(code(OPT_OUT + "&applyStyling=1"))
        .contains("src=\"https://stats.example/index.php?module=CoreAdminHome&amp;action=optOutJS")
        .contains("&amp;backgroundColor=FFFFFF");
    assertThat(code(OPT_OUT + "&applyStyling=0")).doesNotContain("FFFFFF");
    assertThat(code(OWN)).contains("mtm_consent_removed", "family: ''");
    assertThat(code(OWN + "&applyStyling=1&showIntro=0")).contains("family: 'Arial'", "intro: ''");
  }

  /** Whatever is sent, the code has the same elements. */
  @ParameterizedTest
  @ValueSource(
      strings = {"'", "\"", "</script><script>alert(1)//", "\\", "<!--", "\u2028", "');alert(1)//"})
  void nothingThatIsSentLeavesItsPlace(String hostile) throws Exception {
    String sent = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
    String tag =
        code(
            TAG
                + "&customCampaignNameQueryParam="
                + sent
                + "&excludedReferrers[0]="
                + sent
                + "&visitorCustomVariables[0][0]="
                + sent
                + "&visitorCustomVariables[0][1]="
                + sent);
    assertThat(tag).matches("[\\n -~]*").doesNotContain("alert(1)//</", "\\'", "<!--');");
    assertThat(tag.split("<", -1)).hasSameSizeAs(code(TAG).split("<", -1));
    assertThat(tag.split("'", -1)).hasSize(code(TAG).split("'", -1).length + 4 + 4 + 8);
    String image = code(IMAGE + "&actionName=" + sent);
    assertThat(image.split("[<>\"]", -1)).hasSameSizeAs(code(IMAGE).split("[<>\"]", -1));
    for (String wrong :
        List.of(
            TAG + "&piwikUrl=",
            OWN + "&applyStyling=1&fontSize=",
            OPT_OUT.replace("language=auto", "") + "applyStyling=0&language=")) {
      Reply refused = ask(wrong + sent);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("must be");
    }
  }

  @Test
  void rightsAreAsked() throws Exception {
    assertThat(ask(TAG.replace("idSite=1", "idSite=2")).body()).contains("error");
    assertThat(api.ask("", "format=json&" + OWN).body()).contains("error");
  }

  private static Reply ask(String question) throws Exception {
    return api.ask(viewer, "format=json&" + question);
  }

  private static String code(String question) throws Exception {
    Reply reply = ask(question);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return new ObjectMapper().readTree(reply.body()).get("value").asText();
  }
}
