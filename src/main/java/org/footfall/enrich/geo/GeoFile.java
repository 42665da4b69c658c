package org.footfall.enrich.geo;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/**
 * One database of places, which may be replaced while it is read.
 *
 * <p>What is read is a private copy, mapped into memory and then unlinked: updaters write over
 * files in place as often as they rename them, and a mapped file that shrinks ends the process. A
 * new version takes the place of the old one by a single assignment; look-ups under way go on in
 * the old one, which is never closed and goes when nobody holds it any more. A version that cannot
 * be read, or in which look-ups fail, leaves the old one in force.
 */
final class GeoFile {
  private static final String NONE = "none";
  private static final String BUILTIN = "builtin";
  private static final String BUILTIN_FILE = "geo-whois-asn-country.mmdb";

  /** How many addresses are tried in a new version. */
  private static final int TRIALS = 2_048;

  private final String setting;
  private final Path folder;
  private volatile Reader reader;
  private String named = NONE;
  private Optional<Stamp> tried = Optional.empty();
  private Optional<Stamp> inForce = Optional.empty();

  /** By which a new version of a file is told. */
  private record Stamp(FileTime modified, long size, Object key) {}

  /**
   * @param setting the name that operators know it by
   * @param folder where copies may be made
   */
  GeoFile(String setting, Path folder) {
    this.setting = setting;
    this.folder = folder;
  }

  /**
   * Opens what a setting names.
   *
   * @throws IllegalArgumentException with a sentence for the operator; then nothing has changed
   */
  void open(String name) {
    Optional<Stamp> stamp = Optional.empty();
    Reader opened = null;
    if (name.equals(BUILTIN)) {
      opened = builtin();
    } else if (!name.equals(NONE)) {
      stamp = stamp(Path.of(name));
      opened = file(Path.of(name));
    }
    reader = opened;
    named = name;
    tried = stamp;
    inForce = stamp;
  }

  /** What the setting says. */
  String named() {
    return named;
  }

  /**
   * Opens the file again when another one stands under its name. While that cannot be used it is
   * tried once only.
   *
   * @return whether a new version is in force
   * @throws IllegalArgumentException when there is a new version that cannot be used, or none any
   *     more; told once for each
   */
  boolean renew() {
    if (named.equals(NONE) || named.equals(BUILTIN)) {
      return false;
    }
    Path path = Path.of(named);
    Optional<Stamp> now = stamp(path);
    if (now.equals(tried)) {
      return false;
    }
    tried = now;
    if (now.equals(inForce)) {
      return false;
    }
    Reader fresh = file(path);
    if (!stamp(path).equals(now)) {
      // Somebody is still writing it: the next time will tell.
      tried = inForce;
      return false;
    }
    reader = fresh;
    inForce = now;
    return true;
  }

  /** What is known of an address, or null. */
  Map<?, ?> find(byte[] address) {
    Reader current = reader;
    if (current == null || address.length == 0) {
      return null;
    }
    try {
      return current.get(InetAddress.getByAddress(address), Map.class);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(found.lastModifiedTime(), found.size(), found.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Reader builtin() {
    try (InputStream in = GeoFile.class.getResourceAsStream(BUILTIN_FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + BUILTIN_FILE);
      }
      return new Reader(in);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + BUILTIN_FILE, e);
    }
  }

  private Reader file(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          setting
              + ": cannot read "
              + file
              + ". Correct the path, or write \"builtin\" or \"none\".");
    }
    Path copy = folder.resolve(setting + ".copy");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          setting + ": cannot copy " + file + " to " + folder + ": " + e, e);
    }
    try {
      Reader mapped = new Reader(copy.toFile(), Reader.FileMode.MEMORY_MAPPED);
      tryOut(mapped);
      return mapped;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(setting + ": " + file + " is no usable .mmdb file.", e);
    } finally {
      unlink(copy);
    }
  }

  private static void unlink(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      // It stays until the next version is written over it.
    }
  }

  /** Looks up addresses from all over; a file that was cut off or is being written fails. */
  private static void tryOut(Reader reader) throws IOException {
    for (int i = 0; i < TRIALS; i++) {
      int spread = i * 0x9E3779B9;
      byte[] address = {
        (byte) (spread >>> 24), (byte) (spread >>> 16), (byte) (spread >>> 8), (byte) spread
      };
      Object unused = reader.get(InetAddress.getByAddress(address), Map.class);
    }
  }
}
