package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.footfall.account.Right;
import org.footfall.manual.MethodEntry;
import org.footfall.manual.Parameter;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may ask what: every method there is, asked by those who may not. */
class RightsIT {
  /** What may be asked by anybody, since it is the same for all. */
  private static final Set<String> FOR_ALL =
      Set.of(
          "API.getSettings",
          "API.getBulkRequest",
          "Events.getActionToLoadSubtables",
          "Events.getDefaultSecondaryDimension",
          "Events.getSecondaryDimensions",
          "LanguagesManager.getAvailableLanguageNames",
          "LanguagesManager.getAvailableLanguages",
          "LanguagesManager.isLanguageAvailable",
          "Transitions.getTranslations",
          "UserCountry.getCountryCodeMapping");

  /** What tells of sites that the caller has a right on, which are none. */
  private static final Set<String> OF_NO_SITE =
      Set.of(
          "SitesManager.getSitesIdFromSiteUrl",
          "SitesManager.getSitesIdWithAdminAccess",
          "SitesManager.getSitesIdWithAtLeastViewAccess",
          "SitesManager.getSitesWithAdminAccess",
          "SitesManager.getSitesWithAtLeastViewAccess");

  private static TestApi api;
  private static String stranger;
  private static String viewer;
  private static String writer;

  @BeforeAll
  static void open() throws Exception {
    api = new TestApi();
    SiteId one = api.addSite("One", "UTC");
    SiteId two = api.addSite("Two", "UTC");
    stranger = api.token("stranger", false);
    viewer = api.token("viewer", false);
    api.grant("viewer", one, Right.VIEW);
    writer = api.token("writer", false);
    api.grant("writer", one, Right.VIEW);
    api.grant("writer", two, Right.WRITE);
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void whoMaySeeNoSiteLearnsNothing() throws Exception {
    for (String token : new String[] {"", stranger}) {
      Set<String> answered = new TreeSet<>();
      for (MethodEntry method : api.api.manual().methods()) {
        TestApi.Reply reply = api.ask(token, question(method));
        if (OF_NO_SITE.contains(method.name())) {
          assertThat(reply.body()).as(method.name()).isEqualTo("[]");
        } else if (reply.status() != 401) {
          answered.add(method.name());
        }
      }
      assertThat(answered).as(token.isEmpty() ? "nobody" : "a stranger").isEqualTo(FOR_ALL);
    }
  }

  @Test
  void whoMaySeeASiteOrWriteOnAnotherOneChangesNothing() throws Exception {
    for (String token : new String[] {viewer, writer}) {
      for (MethodEntry method : api.api.manual().methods()) {
        if (method.changes()) {
          TestApi.Reply reply = api.ask(token, question(method));
          // Whoever may not see a segment does not learn whether there is one.
          int refusal = question(method).contains("&idSegment=") ? 404 : 401;
          assertThat(reply.status()).as(method.name()).isEqualTo(refusal);
        }
      }
    }
  }

  private static String question(MethodEntry method) {
    String question = method.question("1").substring("module=API&".length());
    boolean ofSite = method.parameters().stream().map(Parameter::name).anyMatch("idSite"::equals);
    return ofSite && !question.contains("&idSite=") ? question + "&idSite=1" : question;
  }
}
