package org.footfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footfall.store.DatabaseConfig;
import org.footfall.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliIT {
  private StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void configuration() throws IOException {
    DatabaseConfig database = TestDatabase.emptySchema();
    file =
        Files.writeString(
            folder.resolve("footfall.toml"),
            "[database]\nport = %d\nname = \"%s\"\nuser = \"%s\"\npassword = \"%s\"\n"
                .formatted(database.port(), database.name(), database.user(), database.password()));
  }

  @Test
  void anInstallationIsSetUpOnceAndAdministeredFromTheCommandLine() {
    assertThat(run("site", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("Run: footfall setup");

    assertThat(run("setup")).isZero();
    assertThat(out.toString()).contains("Sign in as admin with the password ");
    assertThat(run("setup")).isZero();
    assertThat(out.toString()).contains("There is an administrator already");

    assertThat(run("site", "add", "My shop", "https://shop.example")).isZero();
    assertThat(out.toString().strip()).isEqualTo("1");
    assertThat(run("site", "add", "App", "https://a.example", "--timezone", "Asia/Tokyo")).isZero();
    assertThat(out.toString().strip()).isEqualTo("2");
    assertThat(run("site", "list")).isZero();
    assertThat(out.toString()).contains("My shop  https://shop.example  UTC", "Asia/Tokyo");
    assertThat(run("site", "add", "App", "nonsense")).isEqualTo(1);
    assertThat(run("site", "add", "App", "http://a", "--timezone", "Mars")).isEqualTo(1);

    assertThat(run("user", "add", "anna", "--email", "a@example.org", "--generate")).isZero();
    assertThat(out.toString().strip()).matches("[A-Za-z2-9]{16}");
    assertThat(run("user", "grant", "anna", "1", "view")).isZero();
    assertThat(run("user", "token", "anna", "--name", "export")).isZero();
    assertThat(out.toString().strip()).matches("[0-9a-f]{32}");
    assertThat(run("user", "passwd", "anna", "--generate")).isZero();
    assertThat(run("user", "list")).isZero();
    assertThat(out.toString()).contains("anna", "admin", "VIEW");
    assertThat(run("user", "passwd", "nobody", "--generate")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no account nobody; footfall user list shows");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  private int run(String... args) {
    out = new StringWriter();
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--config";
    all[args.length + 1] = file.toString();
    return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
