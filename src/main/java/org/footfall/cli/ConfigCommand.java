package org.footfall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.footfall.app.AllSettings;
import org.footfall.config.Config;
import org.footfall.config.ConfigException;
import org.footfall.config.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code footfall config}. */
@Command(name = "config", description = "Checks and shows the configuration.")
final class ConfigCommand extends GroupCommand {
  @Command(
      name = "check",
      description = {
        "Tells everything that is wrong with a configuration, with file and line.",
        "Given files are checked without opening the files that secrets are in, so that it works"
            + " anywhere, as in the automatic checks of a git repository. No database is needed."
      },
      footer = {
        "",
        "Examples:",
        "  footfall config check",
        "  footfall config check etc/web1/footfall.toml etc/web2/footfall.toml"
      })
  int check(
      @Parameters(
              arity = "0..*",
              paramLabel = "FILE",
              description = {
                "Configurations, each with the folder conf.d beside it.",
                "Without any: the one that --config names, and its secrets, too."
              })
          List<Path> files)
      throws Refusal {
    List<String> problems = new ArrayList<>();
    List<Path> given = files == null ? List.of() : files;
    for (Path file : given.isEmpty() ? List.of(root().config) : given) {
      try {
        Config unused =
            given.isEmpty()
                ? Config.load(file, AllSettings.ALL)
                : Config.check(file, AllSettings.ALL);
        out().println(file + ": fine");
      } catch (ConfigException e) {
        e.problems().stream().map(Problem::toString).forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new Refusal(String.join(System.lineSeparator(), problems));
    }
    return 0;
  }

  @Command(
      name = "show",
      description = "Shows every setting in force and where it comes from; secrets are masked.",
      footer = {"", "Example:", "  footfall config show"})
  int show() throws ConfigException {
    out().print(Config.load(root().config, AllSettings.ALL).show());
    out().flush();
    return 0;
  }
}
