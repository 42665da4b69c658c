package org.footfall;

import java.util.List;
import org.footfall.cli.Cli;

/** Entry point of the jar; see {@link Cli}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    if (!List.of(args).contains("serve")) { // Only the server logs to standard output.
      System.setProperty("footfall.log.level", "WARN");
      System.setProperty("footfall.log.target", "System.err");
    }
    System.exit(Cli.run(args));
  }
}
