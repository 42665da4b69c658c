package org.footfall.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.footfall.app.FirstAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code footfall setup}. */
@Command(
    name = "setup",
    description = {
      "Makes the tables in the database and the first administrator, whose password is shown once.",
      "Calling it again changes nothing that is there."
    },
    footer = {
      "",
      "The database and its user must exist. As MariaDB's administrator:",
      "  CREATE DATABASE footfall CHARACTER SET utf8mb4;",
      "  CREATE USER footfall@localhost IDENTIFIED BY '...';",
      "  GRANT ALL PRIVILEGES ON footfall.* TO footfall@localhost;",
      "",
      "Example:",
      "  footfall setup --config /etc/footfall/footfall.toml"
    })
final class SetupCommand implements Callable<Integer> {
  @ParentCommand private FootfallCommand root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Installation installation = Installation.migrated(root.config)) {
      out.println("The tables of the " + installation.database().config() + " are up to date.");
      Optional<FirstAccount> first = FirstAccount.add(installation.accounts());
      out.println(
          first
              .map(FirstAccount::announcement)
              .orElse(
                  "There is an administrator already; footfall user passwd changes a password."));
      return 0;
    }
  }
}
