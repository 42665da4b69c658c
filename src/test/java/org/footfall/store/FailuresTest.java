package org.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.footfall.store.DatabaseException.Kind;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final DatabaseConfig CONFIG =
      DatabaseConfig.of("db1", 3306, "footfall", "ff", "s3cret");
  private final Failures failures = new Failures(CONFIG);

  @Test
  void aFullDiskIsNamed() {
    assertSentence(
        new SQLException("(conn=7) The table 'log_segment' is full", "HY000", 1114),
        Kind.DISK_FULL,
        "The database at db1:3306 has no room left: The table 'log_segment' is full. Free space on"
            + " its disk; nothing is lost meanwhile.");
    assertThat(
            failures
                .translate(
                    new SQLException(
                        "Got error 1 \"Error writing file './a' (errno: 28 \"No space left on"
                            + " device\")\" from storage engine",
                        "HY000",
                        1030))
                .kind())
        .isEqualTo(Kind.DISK_FULL);
  }

  @Test
  void aMissingRightIsNamedWithItsGrant() {
    assertSentence(
        new SQLException(
            "(conn=7) CREATE command denied to user 'ff'@'%' for table 'site'", "42000", 1142),
        Kind.MISSING_RIGHT,
        "Database user 'ff' lacks a right: CREATE command denied to user 'ff'@'%' for table 'site'."
            + " As the database's administrator: GRANT ALL PRIVILEGES ON footfall.* TO 'ff'@'…'.");
  }

  @Test
  void theTrueReasonBehindThePoolsIsTold() {
    SQLException denied = new SQLException("Access denied for user", "28000", 1045);
    SQLException pool = new SQLTransientConnectionException("Connection is not available", denied);
    assertSentence(
        pool,
        Kind.DENIED,
        "The database at db1:3306 does not let user 'ff' in. Correct database.user and"
            + " database.password.");
  }

  @Test
  void aPoolThatIsUsedUpIsNotADatabaseThatIsAway() {
    assertSentence(
        new SQLTransientConnectionException(
            "footfall - Connection is not available, request timed out after 5000ms"),
        Kind.BUSY,
        "All 10 database connections stayed busy for 5 s. Raise database.pool_size, or find the slow"
            + " statement with SHOW PROCESSLIST.");
  }

  @Test
  void aLostConnectionAtTheCommitLeavesTheOutcomeUnknown() {
    DatabaseException lost = failures.atCommit(new SQLException("Connection reset", "08000", 0));
    assertThat(lost.isConnectionLost()).isTrue();
    assertThat(lost.isCommitUnknown()).isTrue();
    assertThat(failures.translate(new SQLException("Connection reset", "08000")).isCommitUnknown())
        .isFalse();
  }

  @Test
  void noSentenceHoldsThePassword() {
    for (int number = 1000; number < 2000; number++) {
      assertThat(failures.translate(new SQLException("words", "HY000", number)).getMessage())
          .doesNotContain("s3cret");
    }
    assertThat(CONFIG.toString()).doesNotContain("s3cret");
  }

  @Test
  void onlyMariaDbFrom1011OnIsTaken() {
    ServerCheck.checkVersion("10.11.0-MariaDB", CONFIG);
    ServerCheck.checkVersion("5.5.5-10.11.6-MariaDB-1:10.11.6+maria~deb12", CONFIG);
    ServerCheck.checkVersion("11.8.3-MariaDB-0+deb13u1 from Debian", CONFIG);
    assertRefused(
        () -> ServerCheck.checkVersion("10.5.29-MariaDB-0+deb11u1", CONFIG),
        "The database at db1:3306 is MariaDB 10.5.29; Footfall needs MariaDB 10.11 or newer."
            + " Upgrade it, or point database.host at another one.");
    assertRefused(
        () -> ServerCheck.checkVersion("8.4.3", CONFIG),
        "The database at db1:3306 is not MariaDB but 8.4.3; Footfall needs MariaDB 10.11 or newer."
            + " Upgrade it, or point database.host at another one.");
  }

  @Test
  void aServerThatTakesOnlySmallStatementsIsRefused() {
    ServerCheck.checkPacket(16 << 20, CONFIG);
    assertRefused(
        () -> ServerCheck.checkPacket(1 << 20, CONFIG),
        "The database at db1:3306 takes statements of at most 1024 kB; Footfall needs 16 MB. Set"
            + " max_allowed_packet = 16M in MariaDB's configuration and restart it.");
  }

  private void assertSentence(SQLException thrown, Kind kind, String sentence) {
    DatabaseException translated = failures.translate(thrown);
    assertThat(translated).hasMessage(sentence).hasCause(thrown);
    assertThat(translated.kind()).isEqualTo(kind);
  }

  private static void assertRefused(ThrowingCallable check, String sentence) {
    assertThatThrownBy(check).isInstanceOf(DatabaseException.class).hasMessage(sentence);
  }
}
