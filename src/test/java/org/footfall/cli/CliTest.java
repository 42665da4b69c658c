package org.footfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CliTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  @Test
  void everyCommandExplainsItselfWithAnExample() {
    List<CommandLine> leaves = new ArrayList<>();
    collect(new CommandLine(new FootfallCommand()), leaves);
    assertThat(leaves)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            command ->
                assertThat(command.getUsageMessage())
                    .as(command.getCommandName())
                    .contains("Example", "footfall ", "--help", "--config"));
  }

  @Test
  void aWrongCallExitsWith2AndSaysWhatIsRight() {
    assertThat(run("sitte", "add")).isEqualTo(2);
    assertThat(err.toString()).contains("Unmatched arguments").contains("site");
    assertThat(run()).isEqualTo(2);
    assertThat(run("site")).isEqualTo(2);
    assertThat(err.toString()).contains("What to do? One of: add, list.");
  }

  @Test
  void aGoodConfigurationIsFine() throws IOException {
    Path file = write("good.toml", "[database]\nname = \"a\"\npassword_file = \"elsewhere\"\n");
    assertThat(run("config", "check", file.toString())).isZero();
    assertThat(out.toString().strip()).isEqualTo(file + ": fine");
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() throws IOException {
    Path one = write("one.toml", "[database]\nnam = \"a\"\n");
    Path two = write("two.toml", "[database]\nport = 0\n");
    assertThat(run("config", "check", one.toString(), two.toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            one + ":2: There is no setting database.nam; did you mean database.name?",
            two + ":2: database.port must be from 1 to 65535, not 0.");
  }

  @Test
  void aMissingConfigurationIsOnePlainSentence() {
    Path none = folder.resolve("none.toml");
    assertThat(run("serve", "--config", none.toString())).isEqualTo(1);
    assertThat(err.toString().strip()).isEqualTo(none + ": There is no file " + none + ".");
  }

  @Test
  void whatIsShownIsTheConfigurationInForceWithoutSecrets() throws IOException {
    Path file = write("a.toml", "[database]\npassword = \"s3cret\"\n");
    assertThat(run("config", "show", "--config", file.toString())).isZero();
    assertThat(out.toString())
        .contains("password = \"***\"  # " + file + ":2", "port = 3306  # default")
        .doesNotContain("s3cret");
  }

  @Test
  void anUnreachableDatabaseIsOnePlainSentence() throws IOException {
    Path file = write("a.toml", "[database]\nport = 1\n");
    assertThat(run("site", "list", "-c", file.toString())).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo(
            "No database answers at 127.0.0.1:1. Start MariaDB there, or correct database.host,"
                + " database.port or database.socket.");
  }

  private int run(String... args) {
    return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private static void collect(CommandLine command, List<CommandLine> leaves) {
    if (command.getSubcommands().isEmpty()) {
      leaves.add(command);
    }
    command.getSubcommands().values().forEach(child -> collect(child, leaves));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
