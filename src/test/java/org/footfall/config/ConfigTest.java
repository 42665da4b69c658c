package org.footfall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final Setting<Integer> PORT =
      Setting.number("http.port", 8080, "The port.").min(1).max(65535);
  private static final Setting<String> ADDRESS =
      Setting.text("http.address", "127.0.0.1", "The address.")
          .form(Pattern.compile("[0-9.]+"), "an address");
  private static final Setting<Boolean> LOG = Setting.flag("http.log", false, "Log or not.");
  private static final Setting<List<String>> PROXIES =
      Setting.list("http.trusted_proxies", List.of("127.0.0.1"), "Whom to believe.");
  private static final Setting<Duration> EVERY =
      Setting.duration("job.transfer_every", Duration.ofSeconds(10), "How often.")
          .min(Duration.ofSeconds(1))
          .reloadable();
  private static final Setting<Long> SPOOL =
      Setting.size("queue.spool_size", 2L << 30, "Most bytes.").min(1L << 20);
  private static final Setting<Mode> MODE =
      Setting.oneOf("queue.mode", Mode.REDIS, "What stores hits.");
  private static final Setting<String> PASSWORD =
      Setting.text("redis.password", "", "The password.")
          .form(Pattern.compile("\\S*"), "free of blanks")
          .secret();
  private static final Setting<Optional<Integer>> EXTRA =
      Setting.number("redis.database", 3, "Number of the database.").min(0).optional();
  private static final List<Setting<?>> ALL =
      List.of(PORT, ADDRESS, LOG, PROXIES, EVERY, SPOOL, MODE, PASSWORD, EXTRA);

  @TempDir Path folder;

  private enum Mode {
    REDIS,
    DISK_SPOOL
  }

  @Test
  void valuesOfEveryTypeAreRead() throws ConfigException {
    Config config =
        Config.parse(
            "x",
            """
            [http]
            port = 80
            address = "10.0.0.1"
            log = true
            trusted_proxies = ["10.0.0.0/8", "::1"]
            [job]
            transfer_every = "1.5 min"
            [queue]
            spool_size = "512 MB"
            mode = "disk-spool"
            [redis]
            database = 0
            """,
            ALL);
    assertThat(config.get(PORT)).isEqualTo(80);
    assertThat(config.get(ADDRESS)).isEqualTo("10.0.0.1");
    assertThat(config.get(LOG)).isTrue();
    assertThat(config.get(PROXIES)).containsExactly("10.0.0.0/8", "::1");
    assertThat(config.get(EVERY)).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.get(SPOOL)).isEqualTo(512L << 20);
    assertThat(config.get(MODE)).isEqualTo(Mode.DISK_SPOOL);
    assertThat(config.get(EXTRA)).contains(0);
  }

  @Test
  void withoutAFileLineTheDefaultHolds() throws ConfigException {
    Config config = Config.parse("x", "", ALL);
    assertThat(config.get(PORT)).isEqualTo(8080);
    assertThat(config.get(EXTRA)).isEmpty();
    assertThat(config.isSet(PORT)).isFalse();
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine() {
    assertProblems(
        """
        [http]
        prot = 80
        port = 70000
        address = "here"
        log = "yes"
        trusted_proxies = [1]
        [jop]
        transfer_every = "10 s"
        [queue]
        spool_size = "12 parsecs"
        mode = "tape"
        port = 1
        [redis]
        password = "two words"
        """,
        "x:2: There is no setting http.prot; did you mean http.port?",
        "x:3: http.port must be from 1 to 65535, not 70000.",
        "x:4: http.address must be an address, not \"here\".",
        "x:5: http.log must be true or false, not \"yes\".",
        "x:6: http.trusted_proxies must be a list of texts such as [\"one\", \"two\"], not what is"
            + " there.",
        "x:7: There is no group [jop]; did you mean [job]?",
        "x:10: queue.spool_size must be a size such as \"512 kB\", \"64 MB\" or \"2 GB\", not"
            + " \"12 parsecs\".",
        "x:11: queue.mode must be one of \"redis\", \"disk-spool\", not \"tape\".",
        "x:12: There is no setting queue.port; did you mean http.port?",
        "x:14: redis.password must be free of blanks.");
  }

  @Test
  void timesBelowTheirRangeAndOfUnknownUnitsAreRefused() {
    assertProblems(
        "job.transfer_every = \"10 ms\"",
        "x:1: job.transfer_every must be at least \"1 s\", not \"10 ms\".");
    assertProblems(
        "job.transfer_every = 10",
        "x:1: job.transfer_every must be a time such as \"500 ms\", \"30 s\", \"10 min\", \"2 h\" or"
            + " \"7 days\", not 10.");
    assertProblems(
        "job.transfer_every = \"99999999999999 days\"",
        "x:1: job.transfer_every must be a time such as \"500 ms\", \"30 s\", \"10 min\", \"2 h\" or"
            + " \"7 days\", not \"99999999999999 days\".");
  }

  @Test
  void syntaxErrorsAreToldWithTheirLine() {
    assertThat(problems("[http]\nport = \n[http]\n"))
        .anySatisfy(problem -> assertThat(problem).startsWith("x:2: Unexpected end of line"));
    assertProblems("a = " + "[".repeat(30), "x:1: Brackets are nested too deeply.");
  }

  @Test
  void groupsAndSettingsAreNotMixedUp() {
    assertProblems(
        "http = 5", "x:1: http is a group, not a setting: write [http] and its settings below.");
    assertProblems("[http.port]\na = 1", "x:1: http.port is a setting, not a group.");
    assertProblems("port = 80", "x:1: There is no setting port; did you mean http.port?");
    assertProblems("[http]\nzzzzzzzzz = 1", "x:2: There is no setting http.zzzzzzzzz.");
  }

  @Test
  void filesInConfDCountAfterTheMainOneInTheOrderOfTheirNames() throws Exception {
    Path main = write("footfall.toml", "[http]\nport = 1\nlog = true\n");
    write("conf.d/20-b.toml", "[http]\nport = 3\n");
    write("conf.d/10-a.toml", "[http]\nport = 2\naddress = \"1.1.1.1\"\n");
    write("conf.d/30-c.toml.bak", "broken");
    Config config = Config.load(main, ALL);
    assertThat(config.get(PORT)).isEqualTo(3);
    assertThat(config.get(ADDRESS)).isEqualTo("1.1.1.1");
    assertThat(config.get(LOG)).isTrue();
  }

  @Test
  void linksAreFollowedAnewEachTime() throws Exception {
    Path one = write("checkout/one.toml", "[http]\nport = 1\n");
    Path two = write("checkout/two.toml", "[http]\nport = 2\n");
    Path link = folder.resolve("footfall.toml");
    Files.createSymbolicLink(link, one);
    assertThat(Config.load(link, ALL).get(PORT)).isEqualTo(1);
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    assertThat(Config.load(link, ALL).get(PORT)).isEqualTo(2);
    Files.delete(two);
    assertThatThrownBy(() -> Config.load(link, ALL))
        .hasMessage(link + ": The link " + link + " points to a file that does not exist.");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path none = folder.resolve("none.toml");
    assertThatThrownBy(() -> Config.load(none, ALL))
        .hasMessage(none + ": There is no file " + none + ".");
    Path binary = folder.resolve("binary.toml");
    Files.write(binary, new byte[] {(byte) 0xff, 0});
    assertThatThrownBy(() -> Config.load(binary, ALL))
        .hasMessage(binary + ": The file " + binary + " is not UTF-8 text.");
    Path large = write("large.toml", "#".repeat(300_000));
    assertThatThrownBy(() -> Config.load(large, ALL))
        .hasMessage(large + ": The file " + large + " is larger than 256 kB.");
    assertThatThrownBy(() -> Config.load(folder, ALL)).hasMessageContaining("is a folder");
  }

  @Test
  void aSecretMayComeFromAFileOfItsOwn() throws Exception {
    write("secret", "s3cret\n");
    Path main = write("footfall.toml", "[redis]\npassword_file = \"secret\"\n");
    assertThat(Config.load(main, ALL).get(PASSWORD)).isEqualTo("s3cret");
  }

  @Test
  void aMissingSecretFileStopsTheStartButNotACheckElsewhere() throws Exception {
    Path main = write("footfall.toml", "[redis]\npassword_file = \"secret\"\n");
    assertThatThrownBy(() -> Config.load(main, ALL))
        .hasMessage(
            main + ":2: redis.password_file: There is no file " + folder.resolve("secret") + ".");
    assertThat(Config.check(main, ALL).get(PASSWORD)).isEmpty();
  }

  @Test
  void aPathThatNoFileSystemTakesIsAProblem() {
    assertProblems(
        "[redis]\npassword_file = \"a\\u0000b\"",
        "x:2: redis.password_file must be a path that the locale of this process can name.");
  }

  @Test
  void aSecretIsGivenInOneWayOnly() throws Exception {
    write("secret", "s3cret\n");
    Path main = write("footfall.toml", "[redis]\npassword = \"a\"\npassword_file = \"secret\"\n");
    assertThatThrownBy(() -> Config.load(main, ALL))
        .hasMessage(main + ":3: Give either redis.password or redis.password_file, not both.");
  }

  @Test
  void onlySecretsHaveFiles() {
    assertProblems(
        "http.address_file = \"a\"",
        "x:1: There is no setting http.address_file; did you mean http.address?");
  }

  @Test
  void whatIsShownHasOriginsAndNoSecrets() throws ConfigException {
    Config config =
        Config.parse("x", "[redis]\npassword = \"s3cret\"\n", List.of(PORT, PASSWORD, EXTRA));
    assertThat(config.show())
        .isEqualTo(
            """
            [http]
            port = 8080  # default

            [redis]
            password = "***"  # x:2
            # database is not set
            """);
  }

  @Test
  void differencesTellWhatAReloadWouldChange() throws ConfigException {
    Config before = Config.parse("x", "job.transfer_every = \"5 s\"", ALL);
    Config after = Config.parse("x", "http.log = true", ALL);
    assertThat(before.differences(after)).containsExactly(LOG, EVERY);
    assertThat(EVERY.isReloadable()).isTrue();
  }

  @Test
  void theSampleFileExplainsEverySetting() {
    assertThat(SampleFile.of(List.of(PORT, EVERY, PASSWORD, EXTRA)))
        .contains(
            """

            [http]

            # The port. From 1 to 65535.
            #port = 8080

            [job]

            # How often. At least "1 s". (reload)
            #transfer_every = "10 s"

            [redis]

            # The password. Or: password_file.
            #password = ""

            # Number of the database.
            #database = 3
            """);
  }

  private void assertProblems(String toml, String... expected) {
    assertThat(problems(toml)).containsExactly(expected);
  }

  private static List<String> problems(String toml) {
    ConfigException thrown =
        catchThrowableOfType(ConfigException.class, () -> Config.parse("x", toml, ALL));
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
