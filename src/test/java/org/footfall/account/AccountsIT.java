package org.footfall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteId;
import org.footfall.store.Database;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class AccountsIT {
  private static final String PASSWORD = "correct horse";

  private Instant now = Instant.parse("2026-03-10T12:00:00Z");
  private final Database database = TestDatabase.fresh();
  private final Accounts accounts =
      new Accounts(new AccountStore(database), new Moving(), new LocalChanges());

  @Test
  void aPasswordIsKeptAsArgon2idOnly() {
    accounts.add("anna", "anna@example.org", PASSWORD, true);
    String hash =
        database.read(
            connection ->
                Query.of(connection, "SELECT password_hash FROM account")
                    .first(row -> row.text("password_hash"))
                    .orElseThrow());
    assertThat(hash).startsWith("$argon2id$").doesNotContain(PASSWORD);
    assertThat(login("anna", PASSWORD)).isInstanceOf(Login.Accepted.class);
    assertThat(login("anna@example.org", PASSWORD)).isInstanceOf(Login.Accepted.class);
    assertThat(login("anna", PASSWORD + " ")).isInstanceOf(Login.Refused.class);
    assertThat(login("anna", "x".repeat(10_000_000))).isInstanceOf(Login.Refused.class);
    assertThat(login("nobody", PASSWORD)).isInstanceOf(Login.Refused.class);
  }

  @Test
  void guessingIsStoppedHoweverTheLoginIsSpelt() {
    accounts.add("anna", "anna@example.org", PASSWORD, false);
    List<String> spellings = List.of("anna", "ANNA", "ánna", "Anna@example.org", "annà");
    for (int i = 0; i < 20; i++) {
      assertThat(login(spellings.get(i % 5), "wrong " + i)).isInstanceOf(Login.Refused.class);
    }
    assertThat(login("anna", PASSWORD)).isEqualTo(new Login.Blocked(Duration.ofHours(1)));
    now = now.plus(Duration.ofMinutes(61));
    assertThat(login("anna", PASSWORD)).isInstanceOf(Login.Accepted.class);
  }

  @Test
  void someoneElsesGuessesDoNotLockAPersonOut() {
    accounts.add("anna", "", PASSWORD, false);
    for (int i = 0; i < 20; i++) {
      Login unused = accounts.authenticatePassword("anna", "wrong", "198.51.100.7");
    }
    assertThat(accounts.authenticatePassword("anna", PASSWORD, "198.51.100.7"))
        .isInstanceOf(Login.Blocked.class);
    assertThat(login("anna", PASSWORD)).isInstanceOf(Login.Accepted.class);
  }

  @Test
  void guessingIsStoppedByAddress() {
    accounts.add("anna", "", PASSWORD, false);
    for (int i = 0; i < 100; i++) {
      assertThat(login("somebody" + i, "wrong")).isInstanceOf(Login.Refused.class);
    }
    assertThat(login("anna", PASSWORD)).isInstanceOf(Login.Blocked.class);
    assertThat(accounts.authenticatePassword("anna", PASSWORD, "198.51.100.7"))
        .isInstanceOf(Login.Accepted.class);
  }

  @Test
  void onlyTwoPasswordsAreLookedAtAtOnce() throws Exception {
    accounts.add("anna", "", PASSWORD, false);
    int clients = 12;
    CyclicBarrier together = new CyclicBarrier(clients);
    List<CompletableFuture<Login>> answers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                  throw new IllegalStateException(e);
                }
                return login("anna", PASSWORD);
              },
              threads));
    }
    List<Login> all = answers.stream().map(CompletableFuture::join).toList();
    threads.shutdown();
    assertThat(all).hasAtLeastOneElementOfType(Login.Accepted.class);
    assertThat(all).hasAtLeastOneElementOfType(Login.Busy.class);
    assertThat(login("anna", PASSWORD)).isInstanceOf(Login.Accepted.class);
  }

  @Test
  void whoeverSignedInBeforeTheLastPasswordIsSoNoLonger() {
    accounts.add("anna", "", PASSWORD, false);
    Instant before = now;
    assertThat(accounts.signedIn("anna", before)).isPresent();
    now = now.plusSeconds(1);
    accounts.setPassword("anna", "another horse");
    assertThat(accounts.signedIn("anna", before)).isEmpty();
    assertThat(accounts.signedIn("anna", now)).isPresent();
    assertThat(accounts.signedIn("nobody", now)).isEmpty();
  }

  @Test
  void rightsAreKeptUnderTheAccountsOwnLogin() {
    accounts.add("Anna", "", PASSWORD, false);
    accounts.grant("anná", new SiteId(3), Right.WRITE);
    List<Account> all = database.read(new AccountStore(database)::all);
    assertThat(all.get(0).rights()).containsEntry(new SiteId(3), Right.WRITE);
    accounts.revoke("ANNA", new SiteId(3));
    assertThat(accounts.find("Anna").orElseThrow().rights()).isEmpty();
    assertThatThrownBy(() -> accounts.grant("nobody", new SiteId(3), Right.VIEW))
        .hasMessage("There is no account nobody.");
    assertThatThrownBy(() -> accounts.revoke("nobody", new SiteId(3)))
        .hasMessage("There is no account nobody.");
  }

  @Test
  void aTokenSaysWhoAsksAndIsKeptAsAHash() {
    accounts.add("anna", "", PASSWORD, false);
    accounts.grant("anna", new SiteId(3), Right.WRITE);
    String token = accounts.createToken("anna", "script", false, null);
    assertThat(token).matches("[0-9a-f]{32}");
    Caller caller = accounts.authenticateToken(token, false).orElseThrow();
    assertThat(caller.login()).isEqualTo("anna");
    assertThat(caller.may(new SiteId(3), Right.WRITE)).isTrue();
    assertThat(caller.may(new SiteId(3), Right.ADMIN)).isFalse();
    assertThat(accounts.tokens("anna").get(0).hash()).isEqualTo(ApiToken.hash(token));
    assertThat(accounts.tokens("anna").get(0).lastUsedAt()).isEqualTo(now);
    assertThat(accounts.authenticateToken("0".repeat(32), true)).isEmpty();
    accounts.revoke("anna", new SiteId(3));
    assertThat(accounts.authenticateToken(token, false).orElseThrow().rights()).isEmpty();
    assertThatThrownBy(() -> accounts.endToken("anna", "00000000"))
        .hasMessageContaining("no token");
    accounts.endToken("anna", accounts.tokens("anna").get(0).id());
    assertThat(accounts.authenticateToken(token, true)).isEmpty();
  }

  @Test
  void tokensExpireAndSomeAreNotTakenFromAddresses() {
    accounts.add("anna", "", PASSWORD, true);
    String token = accounts.createToken("anna", "script", true, now.plusSeconds(60));
    assertThat(accounts.authenticateToken(token, false)).isEmpty();
    assertThat(accounts.authenticateToken(token, true)).isPresent();
    now = now.plusSeconds(60);
    assertThat(accounts.authenticateToken(token, true)).isEmpty();
  }

  @Test
  void aTokenFromElsewhereGoesOnWorking() {
    accounts.add("anna", "", PASSWORD, true);
    accounts.add("bert", "", PASSWORD, true);
    String token = "c4ca4238a0b923820dcc509a6f75849b";
    accounts.importToken("anna", token, "from Matomo");
    accounts.importToken("anna", token, "from Matomo");
    assertThat(accounts.authenticateToken(token, false).orElseThrow().login()).isEqualTo("anna");
    assertThatThrownBy(() -> accounts.importToken("bert", token, ""))
        .hasMessageContaining("another account");
    assertThatThrownBy(() -> accounts.importToken("anna", "short", ""))
        .hasMessageContaining("32 digits");
  }

  @Test
  void whatCannotBeIsSaidInASentence() {
    accounts.add("anna", "", PASSWORD, true);
    assertThatThrownBy(() -> accounts.add("anna", "", PASSWORD, true))
        .hasMessage("There is an account anna already.");
    assertThatThrownBy(() -> accounts.add("a b", "", PASSWORD, true))
        .hasMessageContaining("letters");
    assertThatThrownBy(() -> accounts.add("anonymous", "", PASSWORD, true))
        .hasMessageContaining("anonymous");
    assertThatThrownBy(() -> accounts.setPassword("anna", "short"))
        .hasMessageContaining("6 to 1000");
    assertThatThrownBy(() -> accounts.setPassword("nobody", PASSWORD))
        .hasMessage("There is no account nobody.");
    accounts.setPassword("anna", "another horse");
    assertThat(login("anna", "another horse")).isInstanceOf(Login.Accepted.class);
  }

  private Login login(String login, String password) {
    return accounts.authenticatePassword(login, password, "192.0.2.1");
  }

  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void anAccountHasNoMoreTokensThanAllowed() {
    accounts.add("anna", "", PASSWORD, false);
    for (int i = 0; i < 500; i++) {
      String unused = accounts.createToken("anna", "Phone " + i, false, null);
    }
    assertThatThrownBy(() -> accounts.createToken("anna", "One more", false, null))
        .hasMessageContaining("500 tokens");
    accounts.endToken("anna", accounts.tokens("anna").get(0).id());
    assertThat(accounts.createToken("anna", "One more", false, null)).hasSize(32);
  }
}
