package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.footfall.account.Right;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an app signs in: a login and a password for a token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppTokenIT {
  private static final String CREATE = "method=UsersManager.createAppSpecificTokenAuth&format=json";
  private static final String SITES =
      "method=SitesManager.getSitesIdWithAtLeastViewAccess&format=json";

  private TestApi api;

  @BeforeAll
  void start() throws Exception {
    api = new TestApi();
    String unused = api.token("agathe", false);
    api.grant("agathe", api.addSite("shop", "UTC"), Right.VIEW);
  }

  @AfterAll
  void stop() throws Exception {
    api.close();
  }

  private static String form(String login, String password, String description) {
    return "userLogin="
        + URLEncoder.encode(login, StandardCharsets.UTF_8)
        + "&passwordConfirmation="
        + URLEncoder.encode(password, StandardCharsets.UTF_8)
        + "&description="
        + URLEncoder.encode(description, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"agathe", "agathe@site.example"})
  void theRightPasswordGivesATokenThatAsksAsItsOwner(String login) throws Exception {
    TestApi.Reply reply =
        api.post(CREATE, form(login, "secret-agathe", "Phone") + "&expireDate=2024-03-15");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    String token = new ObjectMapper().readTree(reply.body()).get("value").textValue();
    assertThat(token).matches("[0-9a-f]{32}");
    assertThat(api.ask(token, SITES).body()).isEqualTo("[1]");
    assertThat(api.accounts.tokens("agathe")).anyMatch(one -> one.description().equals("Phone"));
  }

  @ParameterizedTest
  @CsvSource({
    "agathe, wrong, Phone, '', 401",
    "nobody, secret-agathe, Phone, '', 401",
    "agathe, secret-agathe, ' ', '', 400",
    "agathe, secret-agathe, Phone, &expireDate=2024-03-13, 400",
    "agathe, secret-agathe, Phone, &expireDate=soon, 400",
    "agathe, secret-agathe, Phone, &expireHours=-1, 400",
  })
  void anythingElseIsRefused(
      String login, String password, String description, String more, int status) throws Exception {
    TestApi.Reply reply = api.post(CREATE, form(login, password, description) + more);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.body()).contains("\"error\"").doesNotContain("secret-agathe");
  }

  @Test
  void guessesAreSlowedAsOnThePageWherePeopleSignIn() throws Exception {
    String unused = api.token("guessed", false);
    int status = 401;
    int guesses = 0;
    while (status == 401 && guesses < 50) {
      guesses++;
      status = api.post(CREATE, form("guessed", "guess-" + guesses, "Phone")).status();
    }
    assertThat(status).isEqualTo(429);
    assertThat(api.post(CREATE, form("guessed", "secret-guessed", "Phone")).status())
        .as("not even the right one is looked at")
        .isEqualTo(429);
  }
}
