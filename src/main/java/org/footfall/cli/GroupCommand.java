package org.footfall.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A word that is followed by another, such as {@code site add}. */
abstract class GroupCommand implements Runnable {
  @ParentCommand private FootfallCommand root;
  @Spec private CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(),
        "What to do? One of: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }

  final FootfallCommand root() {
    return root;
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** The parts of the installation that the configuration names. */
  final Installation open() throws Exception {
    return Installation.open(root.config);
  }
}
