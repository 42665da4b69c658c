package org.footfall.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.footfall.app.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code footfall serve}. */
@Command(
    name = "serve",
    description = "Runs the server until it is told to stop (SIGTERM, Ctrl-C).",
    footer = {
      "",
      "Example:",
      "  footfall serve --config /etc/footfall/footfall.toml",
      "",
      "The package's service does this: systemctl start footfall."
    })
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private FootfallCommand root;

  @Override
  public Integer call() throws Exception {
    App app = App.start(root.config);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
    new CountDownLatch(1).await();
    return 0;
  }
}
