package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segment files of a spool: which there are, how many records of each are still needed, and the
 * one that is appended to.
 *
 * <p>A file whose records are all released is deleted at once; if that fails, it is tried again
 * with every release. Not thread-safe: the spool guards all but {@link #write}.
 */
final class SpoolFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolFiles.class);

  private static final class Segment {
    private int live;
    private long bytes;

    Segment(int live, long bytes) {
      this.live = live;
      this.bytes = bytes;
    }
  }

  private final SpoolDirectory directory;
  private final SpoolLimits limits;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private FileChannel active;
  private long activeNumber;
  private long lastNumber;
  private long bytes;
  private boolean deletionFailed;

  SpoolFiles(SpoolDirectory directory, SpoolLimits limits) {
    this.directory = directory;
    this.limits = limits;
  }

  /** A file was found at the start; it may hold nothing any more. */
  void recovered(long number, int records, long size) {
    lastNumber = number;
    if (records > 0) {
      segments.put(number, new Segment(records, size));
      bytes += size;
    }
  }

  /**
   * Chooses the place for a group of records, which is to be written, then to be taken over or to
   * be abandoned.
   *
   * @return its position ({@link ShardIndex})
   */
  long begin(int records, int size) throws IOException {
    if (bytes + size > limits.maxBytes()) {
      throw new SpoolFull(limits.maxBytes());
    }
    if (active != null && segments.get(activeNumber).bytes >= limits.segmentBytes()) {
      closeActive();
    }
    if (active == null) {
      active = directory.createSegment(lastNumber + 1, limits.sync());
      activeNumber = ++lastNumber;
      segments.put(activeNumber, new Segment(0, 0));
    }
    Segment segment = segments.get(activeNumber);
    segment.live += records;
    return ShardIndex.position(activeNumber, segment.bytes);
  }

  /** Writes a group at its place. */
  void write(ByteBuffer group, long position) throws IOException {
    long at = ShardIndex.offsetOf(position);
    while (group.hasRemaining()) {
      at += active.write(group, at);
    }
    if (limits.sync()) {
      active.force(false);
    }
  }

  /** A group is written. */
  void written(int size) {
    segments.get(activeNumber).bytes += size;
    bytes += size;
  }

  /** A group could not be written: what there is of it is taken back, and the file left. */
  void abandon(int records) {
    Segment segment = segments.get(activeNumber);
    segment.live -= records;
    try (FileChannel failed = active) {
      active = null;
      failed.truncate(segment.bytes);
    } catch (IOException e) {
      LOG.warn("Could not take an unfinished record back from the spool: {}", e.toString());
    }
    deleteIfDone(activeNumber);
  }

  /** A record of a file is needed no more. */
  void released(long number) {
    segments.get(number).live--;
    deleteIfDone(number);
  }

  /** Tries again to delete what could not be deleted. */
  void deleteLeftovers() {
    if (deletionFailed) {
      deletionFailed = false;
      List.copyOf(segments.keySet()).forEach(this::deleteIfDone);
    }
  }

  private void deleteIfDone(long number) {
    Segment segment = segments.get(number);
    if (segment.live > 0) {
      return;
    }
    try {
      if (number == activeNumber) {
        closeActive();
      }
      Files.deleteIfExists(directory.segment(number));
      bytes -= segment.bytes;
      segments.remove(number);
    } catch (IOException e) {
      LOG.warn("Could not delete a spool file that is done with: {}", e.toString());
      deletionFailed = true;
    }
  }

  boolean contains(long number) {
    return segments.containsKey(number);
  }

  /** The numbers of the files that hold anything. */
  List<Long> numbers() {
    return List.copyOf(segments.keySet());
  }

  /** Size of all files. */
  long bytes() {
    return bytes;
  }

  private void closeActive() throws IOException {
    FileChannel done = active;
    active = null;
    if (done != null) {
      done.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeActive();
  }
}
