package org.footfall.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.footfall.app.StartFailure;
import org.footfall.config.ConfigException;
import org.footfall.store.DatabaseException;
import picocli.CommandLine;

/** Runs one command line. */
public final class Cli {
  private static final int FAILED = 1;

  private Cli() {}

  /**
   * Runs a command to its end, for {@code serve} that of the server.
   *
   * @return the exit code: 0 done, 1 failed, 2 called in a wrong way
   */
  public static int run(String... args) {
    return run(writer(System.out), writer(System.err), args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    FootfallCommand root = new FootfallCommand();
    CommandLine line = new CommandLine(root);
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          err.println(sentence(e));
          if (root.verbose) {
            e.printStackTrace(err);
          }
          return FAILED;
        });
    return line.execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static String sentence(Exception e) {
    boolean plain =
        e instanceof ConfigException
            || e instanceof DatabaseException
            || e instanceof StartFailure
            || e instanceof Refusal
            || e instanceof IllegalArgumentException
            || e.getClass() == IOException.class
            || (e instanceof IOException && e.getClass().getName().startsWith("org.footfall."));
    if (plain && e.getMessage() != null) {
      return e.getMessage();
    }
    return "Something unexpected failed ("
        + e.getClass().getSimpleName()
        + ": "
        + e.getMessage()
        + "). Call again with -v for details, and please report it.";
  }
}
