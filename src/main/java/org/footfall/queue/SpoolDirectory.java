package org.footfall.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.footfall.config.FileFailure;

/**
 * The directory of a spool: who may enter (its owner only), which process has it (one, by a lock on
 * the file {@code lock}), and how files are named.
 *
 * <p>{@code 0000000007.spool} is segment 7; {@code set-aside/} holds bytes that were found broken.
 */
final class SpoolDirectory implements AutoCloseable {
  private static final String SUFFIX = ".spool";
  private static final FileAttribute<?> DIRECTORY_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private SpoolDirectory(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Creates the directory where it is missing and takes its lock. */
  static SpoolDirectory open(Path path) throws IOException {
    FileChannel file;
    try {
      Files.createDirectories(path, DIRECTORY_MODE);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(path.resolve("set-aside"), DIRECTORY_MODE);
      file = create(path.resolve("lock"), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(
          "The spool directory "
              + path
              + " cannot be used ("
              + FileFailure.reason(e)
              + "). Make room there and let it belong to the user that runs Footfall, or change"
              + " queue.spool_directory.",
          e);
    }
    boolean locked = false;
    try {
      FileLock lock = file.tryLock();
      locked = lock != null;
      if (locked) {
        return new SpoolDirectory(path, file, lock);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process; reported like any other.
    } finally {
      if (!locked) {
        file.close();
      }
    }
    throw new IOException(
        "Another Footfall uses the spool directory "
            + path
            + "; stop it, or give each its own (queue.spool_directory).");
  }

  /** Opens a file of the directory, created for its owner alone. */
  private static FileChannel create(Path file, StandardOpenOption how) throws IOException {
    return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, how), FILE_MODE);
  }

  FileChannel createSegment(long number, boolean sync) throws IOException {
    FileChannel channel = create(segment(number), StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      if (sync) {
        try (FileChannel directory = FileChannel.open(path, StandardOpenOption.READ)) {
          directory.force(true);
        }
      }
      kept = true;
      return channel;
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  Path path() {
    return path;
  }

  /** What the disk has left. */
  long usableBytes() {
    return path.toFile().getUsableSpace();
  }

  Path setAside() {
    return path.resolve("set-aside");
  }

  Path segment(long number) {
    return segment(path, number);
  }

  static Path segment(Path directory, long number) {
    return directory.resolve(String.format(Locale.ROOT, "%010d%s", number, SUFFIX));
  }

  /** The numbers of the segments of a spool directory, ascending; needs no lock. */
  static List<Long> segments(Path directory) throws IOException {
    List<Long> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("\\d{10}\\.spool")) {
          numbers.add(Long.parseLong(name.substring(0, 10)));
        }
      }
    }
    numbers.sort(null);
    return numbers;
  }

  @Override
  public void close() throws IOException {
    try {
      lock.release();
    } finally {
      lockFile.close();
    }
  }
}
