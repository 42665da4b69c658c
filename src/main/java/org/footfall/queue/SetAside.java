package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Bytes that should have been hits but were found broken, each in a file of its own, until an
 * operator replays or deletes them. A file's name tells place and checksum, so that the same damage
 * found again is the same file; one that was replayed is renamed, not deleted, for the same reason.
 * A file gets its name when it is whole: what a full disk left of one is written again.
 */
final class SetAside {
  private static final String BROKEN = ".broken";
  private static final String REPLAYED = ".replayed";
  private static final String PART = ".part";

  private final Path directory;

  SetAside(Path directory) {
    this.directory = directory;
  }

  /**
   * Keeps bytes; false when they were here already.
   *
   * @param place where they were found, a part of the file's name
   */
  boolean keep(String place, ByteBuffer bytes) throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    String name = place + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
    Path file = directory.resolve(name + BROKEN);
    if (Files.exists(file) || Files.exists(directory.resolve(name + REPLAYED))) {
      return false;
    }
    Path part = directory.resolve(name + PART);
    try (FileChannel channel =
        FileChannel.open(
            part,
            EnumSet.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = bytes.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(part, file);
    return true;
  }

  /** What waits for the operator. */
  List<Path> waiting() throws IOException {
    return list(BROKEN);
  }

  void replayed(Path file) throws IOException {
    String name = file.getFileName().toString();
    String bare = name.substring(0, name.length() - BROKEN.length());
    Files.move(file, directory.resolve(bare + REPLAYED));
  }

  /** Forgets what was replayed from places that are gone. */
  void forgetReplayed(List<String> livingPlaces) throws IOException {
    for (Path file : list(REPLAYED)) {
      String name = file.getFileName().toString();
      if (livingPlaces.stream().noneMatch(name::startsWith)) {
        Files.delete(file);
      }
    }
  }

  /** The text "segment number-offset" of a place in the spool. */
  static String place(long segment, long offset) {
    return segment + "-" + offset;
  }

  private List<Path> list(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(file -> file.toString().endsWith(suffix)).sorted().forEach(found::add);
    }
    return found;
  }
}
