package org.footfall.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code footfall} itself: the options that all commands share. */
@Command(
    name = "footfall",
    description = "Web analytics for people who run their own servers.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = FootfallCommand.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      ServeCommand.class,
      SetupCommand.class,
      ConfigCommand.class,
      SiteCommand.class,
      UserCommand.class,
      JobCommand.class,
      QueueCommand.class,
      LogCommand.class,
      HitCommand.class,
      DoctorCommand.class
    },
    footer = {"", "\"footfall COMMAND --help\" explains a command and gives examples."})
final class FootfallCommand implements Runnable {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = "/etc/footfall/footfall.toml",
      description = "The configuration (default: ${DEFAULT-VALUE}).")
  Path config;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show the details of a failure.")
  boolean verbose;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** What the jar says of itself. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = FootfallCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Footfall " + Optional.ofNullable(version).orElse("(development)")};
    }
  }
}
