package org.footfall.tag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of versions that ran here before.
 *
 * <p><b>Idea.</b> Browsers and proxies hold a tag for a day, and pages stay open for longer. Such a
 * tag asks for the parts it was built with, and browsers run no others in their place. So every
 * start leaves the parts of its version in a folder, and serves those that it finds there.
 *
 * <p><b>Names.</b> {@code content.JK1iksDI.js} is of the version that ran last; {@code
 * content.JK1iksDI.2026-11-27.js} has not been since that day, and is deleted thirty days later.
 *
 * <p><b>Invariants.</b> What is served under a hash has it: the content is checked against the name
 * by the rule of the build, and is compressed here, so that nothing in the folder is believed.
 * Files are few and small. Whatever is wrong with the folder costs these parts, never the start,
 * and what is wrong with a file costs only this one: another start may be at work beside this one.
 */
public final class EarlierParts {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierParts.class);

  private static final Pattern FILE =
      Pattern.compile("([a-z0-9-]{1,40})\\.([A-Za-z0-9]{8})(?:\\.(\\d{4}-\\d{2}-\\d{2}))?\\.js");
  private static final Pattern DRAFT = Pattern.compile("new(\\d+\\.tmp)?");
  private static final Duration DRAFT_LIFE = Duration.ofDays(1);
  private static final int DAYS = 30;
  private static final int MOST = 200;
  private static final int LARGEST = 64 << 10;
  private static final byte[] NONE = {};

  private final Map<String, TagFile> parts = new HashMap<>();
  private final Path folder;
  private final TagFiles current;
  private final Instant now;
  private final LocalDate today;

  private EarlierParts(Path folder, TagFiles current, Instant now, LocalDate today) {
    this.folder = folder;
    this.current = current;
    this.now = now;
    this.today = today;
  }

  /**
   * @param folder where they lie; made if it is not there
   * @param current what this version serves
   */
  public static EarlierParts open(Path folder, TagFiles current, Clock clock) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    EarlierParts all = new EarlierParts(folder, current, now, today);
    try {
      Files.createDirectories(folder);
      List<Kept> found = all.list();
      List<Kept> wanted = all.wanted(found);
      wanted.forEach(all::read);
      found.removeAll(wanted);
      all.leave();
      all.tidy(wanted, found);
    } catch (IOException e) {
      LOG.warn(
          "Parts of the tag cannot be kept for pages that are open at an upgrade: {}",
          e.toString());
    }
    return all;
  }

  /** Nothing is known of any. */
  public static EarlierParts none() {
    return new EarlierParts(null, null, null, null);
  }

  /** A part that is not of this version. */
  public Optional<TagFile> part(String name, String hash) {
    return Optional.ofNullable(parts.get(key(name, hash)));
  }

  private List<Kept> list() throws IOException {
    List<Kept> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (DRAFT.matcher(file.getFileName().toString()).matches()) {
          one(() -> dropIfOld(file));
        }
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          add(found, file, name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  private void add(List<Kept> found, Path file, Matcher name) {
    try {
      LocalDate replaced = name.group(3) == null ? null : LocalDate.parse(name.group(3));
      found.add(new Kept(file, name.group(1), name.group(2), replaced));
    } catch (DateTimeException e) {
      LOG.warn("{} is called like no part of the tag", file);
    }
  }

  /** Those that are to be served, at most so many; the youngest first. */
  private List<Kept> wanted(List<Kept> found) {
    return found.stream()
        .filter(kept -> !isCurrent(kept))
        .filter(kept -> !kept.since(today).plusDays(DAYS).isBefore(today))
        .sorted(Comparator.comparing((Kept kept) -> kept.since(today)).reversed())
        .limit(MOST)
        .toList();
  }

  private boolean isCurrent(Kept kept) {
    return current.part(kept.name()).filter(part -> part.hash().equals(kept.hash())).isPresent();
  }

  private void read(Kept kept) {
    try (InputStream in = Files.newInputStream(kept.file(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST || !kept.hash().equals(hash(bytes))) {
        LOG.warn("{} does not hold what it is called by, and is not served", kept.file());
        return;
      }
      TagFile part = new TagFile(kept.hash(), bytes, gzip(bytes), NONE, NONE);
      parts.put(key(kept.name(), kept.hash()), part);
    } catch (IOException e) {
      LOG.warn("A part of the tag cannot be read: {}", e.toString());
    }
  }

  /** Dates what a version before has left, and deletes what is too old or current again. */
  private void tidy(List<Kept> wanted, List<Kept> others) {
    for (Kept kept : wanted) {
      if (kept.replaced() == null) {
        Path dated = folder.resolve(kept.name() + "." + kept.hash() + "." + today + ".js");
        one(() -> Files.move(kept.file(), dated, StandardCopyOption.ATOMIC_MOVE));
      }
    }
    for (Kept kept : others) {
      if (kept.replaced() != null || !isCurrent(kept)) {
        one(() -> Files.deleteIfExists(kept.file()));
      }
    }
  }

  /** A start that came to no end has left it. */
  private void dropIfOld(Path draft) throws IOException {
    BasicFileAttributes file =
        Files.readAttributes(draft, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (file.isRegularFile()
        && file.lastModifiedTime().toInstant().isBefore(now.minus(DRAFT_LIFE))) {
      Files.deleteIfExists(draft);
    }
  }

  /** Puts down the parts of this version. */
  private void leave() {
    for (Map.Entry<String, TagFile> part : current.parts().entrySet()) {
      Path file = folder.resolve(part.getKey() + "." + part.getValue().hash() + ".js");
      one(() -> write(file, part.getValue().bytes()));
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    if (holds(file, bytes)) {
      return;
    }
    Path draft = Files.createTempFile(folder, "new", null);
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void one(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      LOG.warn("A part of the tag cannot be kept: {}", e.toString());
    }
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static String key(String name, String hash) {
    return name + "." + hash;
  }

  /** As webapp/tracker/build.mjs says it. */
  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder().encodeToString(digest).replaceAll("\\W", "").substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return packed.toByteArray();
  }

  /** What is done with one file. */
  private interface Step {
    void run() throws IOException;
  }

  /**
   * A file of the folder.
   *
   * @param replaced the day since which it is of no running version, or null if it was until now
   */
  private record Kept(Path file, String name, String hash, LocalDate replaced) {
    LocalDate since(LocalDate today) {
      return replaced == null ? today : replaced;
    }
  }
}
