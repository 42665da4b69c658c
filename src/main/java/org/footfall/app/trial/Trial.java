package org.footfall.app.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import org.footfall.app.App;

/**
 * What {@code mvn compile exec:java} runs: the whole server with nothing installed.
 *
 * <p>Everything lies in one folder ({@code ./data}): removing it is a fresh start. The second start
 * finds what the first one left. The configuration it writes there also serves the command line,
 * while the server runs.
 */
public final class Trial {
  private static final Path FOLDER = Path.of("data");

  private Trial() {}

  /** Serves until the process is ended. */
  public static void main(String[] args) throws Exception {
    Path folder = FOLDER.toAbsolutePath();
    Files.createDirectories(folder);
    String password = secret(folder.resolve("database.password"));
    PrivateMariaDb mariaDb = PrivateMariaDb.start(folder.resolve("mariadb"), password);
    App app;
    try {
      app = App.start(configuration(folder, mariaDb.port()));
    } catch (Exception e) {
      mariaDb.close();
      throw e;
    }
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  closeQuietly(mariaDb);
                  end.countDown();
                },
                "stop"));
    System.out.println("Footfall serves on http://localhost:" + app.port());
    end.await();
  }

  private static void closeQuietly(PrivateMariaDb mariaDb) {
    try {
      mariaDb.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private static Path configuration(Path folder, int port) throws IOException {
    return Files.writeString(
        folder.resolve("footfall.toml"),
        """
        # Written anew at each start of the trial server.
        [database]
        host = "127.0.0.1"
        port = %d
        name = "%s"
        user = "%s"
        password_file = "%s"
        """
            .formatted(
                port,
                PrivateMariaDb.DATABASE,
                PrivateMariaDb.USER,
                folder.resolve("database.password")));
  }

  /** A secret that stays the same from start to start, readable for its owner alone. */
  private static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }
}
