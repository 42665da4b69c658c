package org.footfall.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;
import org.footfall.config.FileFailure;

/**
 * What this node calls itself towards others on the same database: drawn once, and kept in the
 * state directory, because host names repeat.
 */
final class NodeName {
  private static final String FILE = "node";

  private NodeName() {}

  /**
   * Reads the name, or draws it.
   *
   * @throws StartFailure when the state directory cannot be used
   */
  static String in(Path stateDirectory) throws StartFailure {
    Path file = stateDirectory.resolve(FILE);
    try {
      Files.createDirectories(stateDirectory);
      if (!Files.exists(file)) {
        draw(file);
      }
      String name = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip();
      if (!name.matches("[a-zA-Z0-9.-]{1,64}")) {
        throw new StartFailure(
            file + " should hold a name of letters, digits, . and -. Remove the file.", null);
      }
      return name;
    } catch (IOException e) {
      throw new StartFailure(
          "Cannot write to the state directory "
              + stateDirectory
              + " ("
              + FileFailure.reason(e)
              + "). Make room there and let this user write to it, or change state.directory.",
          e);
    }
  }

  /** Whole or not at all, even when the disk is full. */
  private static void draw(Path file) throws IOException {
    Path draft = file.resolveSibling(FILE + ".new");
    try {
      Files.writeString(draft, "node-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
