package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries on the local disk, in order, until somebody releases them.
 *
 * <p><b>Idea.</b> One log for all shards, so that a round of any number of shards costs one write
 * and one fsync; cut into segment files of some megabytes, so that it can be shortened from the
 * front by deleting files. Where the records of a shard lie is kept in memory ({@link ShardIndex}).
 * The form of a record is {@link SpoolRecord}.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>A file is only appended to, by the process that holds the lock, and never again after a
 *       start or an error: what follows goes to a new file. So a torn record can only stand at the
 *       end of a file.
 *   <li>A record is visible to readers only when the append has succeeded.
 *   <li>A file is deleted when every record in it is released, and at once; whatever is in a file
 *       is read again after a start, released or not. Who reads must bear repetitions.
 *   <li>The files together stay below {@link SpoolLimits#maxBytes()}.
 * </ul>
 *
 * <p><b>A crash</b> of the process loses nothing that was appended; the end of the power loses
 * nothing either with {@link SpoolLimits#sync()}. A record that was torn at the end of the youngest
 * file is cut off at the next start: its append had not returned. Any other broken bytes are put
 * aside ({@link SetAside}), counted and reported, and the records around them are read as usual.
 *
 * <p>One thread appends; one thread a shard reads and releases; all may ask for figures.
 */
final class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final int KEPT_BUFFER_BYTES = 4 << 20;

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
  private final QueueMetrics metrics;
  private final SetAside setAside;
  private final SpoolDamage damage;
  private final SpoolReader reader;
  private final Object lock = new Object();
  private final ShardIndex[] indexes;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
  private FileChannel active;
  private long activeNumber;
  private long lastNumber;
  private long bytes;

  private Spool(SpoolDirectory directory, int shards, SpoolLimits limits, QueueMetrics metrics) {
    this.directory = directory;
    this.limits = limits;
    this.metrics = metrics;
    this.setAside = new SetAside(directory.setAside());
    this.damage = new SpoolDamage(directory, setAside, metrics);
    this.reader = new SpoolReader(directory, damage);
    this.indexes = new ShardIndex[shards];
    for (int shard = 0; shard < shards; shard++) {
      indexes[shard] = new ShardIndex();
    }
  }

  /** Takes the directory and finds what is in it. */
  static Spool open(Path path, int shards, SpoolLimits limits, QueueMetrics metrics)
      throws IOException {
    SpoolDirectory directory = SpoolDirectory.open(path);
    try {
      Spool spool = new Spool(directory, shards, limits, metrics);
      spool.recover();
      return spool;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private void recover() throws IOException {
    SpoolRecovery recovery = new SpoolRecovery(directory, indexes, damage);
    List<Long> numbers = SpoolDirectory.segments(directory.path());
    for (long number : numbers) {
      SpoolRecovery.Recovered found =
          recovery.recover(number, number == numbers.get(numbers.size() - 1));
      lastNumber = number;
      if (found.records() > 0) {
        segments.put(number, new Segment(found.records(), found.bytes()));
        bytes += found.bytes();
      }
    }
    setAside.forgetReplayed(segments.keySet().stream().map(number -> number + "-").toList());
    metrics.spoolBytes(bytes);
    if (bytes > 0) {
      LOG.info("The spool {} holds {} hits from before", directory.path(), hits());
    }
  }

  /**
   * Appends entries as one group.
   *
   * @throws SpoolFull when nothing was written
   * @throws IOException when it is unknown what was written; nothing of it is read before a restart
   */
  void append(List<HitEntry> entries) throws IOException {
    int size = 0;
    for (HitEntry entry : entries) {
      size += SpoolRecord.size(entry);
    }
    Segment segment;
    long offset;
    synchronized (lock) {
      if (bytes + size > limits.maxBytes()) {
        throw new SpoolFull(limits.maxBytes());
      }
      segment = activeSegment();
      segment.live += entries.size();
      offset = segment.bytes;
    }
    List<SpoolReader.Place> places = encode(entries, size, offset);
    try {
      write(offset);
    } catch (IOException e) {
      abandon(segment, entries.size(), offset);
      throw e;
    }
    synchronized (lock) {
      segment.bytes += size;
      bytes += size;
      for (int i = 0; i < entries.size(); i++) {
        HitEntry entry = entries.get(i);
        SpoolReader.Place place = places.get(i);
        indexes[entry.shard()].add(place.position(), place.length(), entry.count());
      }
      metrics.spoolBytes(bytes);
    }
  }

  private Segment activeSegment() throws IOException {
    if (active != null && segments.get(activeNumber).bytes >= limits.segmentBytes()) {
      active.close();
      active = null;
    }
    if (active == null) {
      active = directory.createSegment(lastNumber + 1, limits.sync());
      activeNumber = ++lastNumber;
      segments.put(activeNumber, new Segment(0, 0));
    }
    return segments.get(activeNumber);
  }

  private List<SpoolReader.Place> encode(List<HitEntry> entries, int size, long offset) {
    if (buffer.capacity() < size) {
      buffer = ByteBuffer.allocateDirect(Integer.highestOneBit(size) << 1);
    }
    buffer.clear();
    List<SpoolReader.Place> places = new ArrayList<>(entries.size());
    for (HitEntry entry : entries) {
      long at = offset + buffer.position();
      SpoolRecord.write(entry, activeNumber, at, buffer);
      places.add(
          new SpoolReader.Place(
              ShardIndex.position(activeNumber, at), (int) (offset + buffer.position() - at)));
    }
    buffer.flip();
    return places;
  }

  private void write(long offset) throws IOException {
    long at = offset;
    while (buffer.hasRemaining()) {
      at += active.write(buffer, at);
    }
    if (limits.sync()) {
      active.force(false);
    }
    if (buffer.capacity() > KEPT_BUFFER_BYTES) {
      buffer = ByteBuffer.allocateDirect(64 << 10);
    }
  }

  private void abandon(Segment segment, int records, long offset) {
    synchronized (lock) {
      segment.live -= records;
      try (FileChannel failed = active) {
        active = null;
        failed.truncate(offset);
      } catch (IOException e) {
        LOG.warn("Could not take an unfinished record back from the spool: {}", e.toString());
      }
      deleteIfDone(activeNumber, segment);
    }
  }

  /** Reads on after a position until so many hits or bytes are reached; whole entries. */
  SpoolReader.Batch read(int shard, long after, int maxHits, long maxBytes) throws IOException {
    List<SpoolReader.Place> places = new ArrayList<>();
    synchronized (lock) {
      ShardIndex index = indexes[shard];
      long hits = 0;
      long size = 0;
      for (int i = index.upTo(after); i < index.size() && hits < maxHits && size < maxBytes; i++) {
        places.add(new SpoolReader.Place(index.position(i), index.length(i)));
        hits += index.count(i);
        size += index.length(i);
      }
    }
    return reader.read(places, places.isEmpty() ? after : places.get(places.size() - 1).position());
  }

  /** Tells that the entries of a shard up to a position are needed no more. */
  void release(int shard, long upTo) throws IOException {
    synchronized (lock) {
      ShardIndex index = indexes[shard];
      for (int count = index.upTo(upTo); count > 0; count--) {
        long number = ShardIndex.segmentOf(index.remove());
        Segment segment = segments.get(number);
        segment.live--;
        deleteIfDone(number, segment);
      }
      metrics.spoolBytes(bytes);
    }
  }

  private void deleteIfDone(long number, Segment segment) {
    if (segment.live > 0) {
      return;
    }
    try {
      if (active != null && number == activeNumber) {
        active.close();
        active = null;
      }
      Files.deleteIfExists(directory.segment(number));
      bytes -= segment.bytes;
      segments.remove(number);
    } catch (IOException e) {
      LOG.warn("Could not delete a spool file that is done with: {}", e.toString());
    }
  }

  /** Hits of a shard after a position. */
  long hits(int shard, long after) {
    synchronized (lock) {
      ShardIndex index = indexes[shard];
      long hits = index.hits();
      for (int i = index.upTo(after) - 1; i >= 0; i--) {
        hits -= index.count(i);
      }
      return hits;
    }
  }

  /** Bytes of a shard's records. */
  long bytes(int shard) {
    synchronized (lock) {
      return indexes[shard].bytes();
    }
  }

  /** Records of a shard. */
  int entries(int shard) {
    synchronized (lock) {
      return indexes[shard].size();
    }
  }

  /** The position of the last record of a shard there ever was, 0 before the first. */
  long last(int shard) {
    synchronized (lock) {
      return indexes[shard].last();
    }
  }

  long hits() {
    synchronized (lock) {
      long hits = 0;
      for (ShardIndex index : indexes) {
        hits += index.hits();
      }
      return hits;
    }
  }

  /** Size of the files. */
  long bytes() {
    synchronized (lock) {
      return bytes;
    }
  }

  /** Whether the next round will probably fit. */
  boolean hasRoom() {
    return bytes() + limits.maxBytes() / 100 < limits.maxBytes();
  }

  SetAside setAside() {
    return setAside;
  }

  int shards() {
    return indexes.length;
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      close(active);
      active = null;
      directory.close();
    }
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
