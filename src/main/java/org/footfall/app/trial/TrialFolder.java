package org.footfall.app.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.footfall.store.DatabaseConfig;

/** The folder that holds everything of a trial server, and the configuration written into it. */
record TrialFolder(Path path) {
  static TrialFolder make(Path path) throws IOException {
    return new TrialFolder(Files.createDirectories(path.toAbsolutePath().normalize()));
  }

  Path mariaDb() {
    return path.resolve("mariadb");
  }

  /** The database's password: drawn once, readable for its owner alone. */
  String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /** Writes the configuration; the command line can use it while the server runs. */
  Path configure(DatabaseConfig database, int port) throws IOException {
    return Files.writeString(
        path.resolve("footfall.toml"),
        """
        # Written anew at each start of the trial server.
        [http]
        port = %d

        [database]
        host = "%s"
        port = %d
        name = "%s"
        user = "%s"
        password_file = "%s"

        [queue]
        kind = "spool"
        spool_directory = "%s"

        [state]
        directory = "%s"
        """
            .formatted(
                port,
                database.host(),
                database.port(),
                database.name(),
                database.user(),
                quoted(passwordFile()),
                quoted(path.resolve("spool")),
                quoted(Files.createDirectories(path.resolve("state")))));
  }

  private Path passwordFile() {
    return path.resolve("database.password");
  }

  private static String quoted(Path path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
