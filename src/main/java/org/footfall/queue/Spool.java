package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private static final int FIRST_BUFFER_BYTES = 64 << 10;
  private static final int KEPT_BUFFER_BYTES = 4 << 20;
  private static final int DISK_RESERVE_BYTES = 1 << 20;

  private final SpoolDirectory directory;
  private final SpoolLimits limits;
  private final QueueMetrics metrics;
  private final SetAside setAside;
  private final SpoolDamage damage;
  private final SpoolReader reader;
  private final Object lock = new Object();
  private final ShardIndex[] indexes;
  private final SpoolFiles files;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST_BUFFER_BYTES);

  private Spool(SpoolDirectory directory, int shards, SpoolLimits limits, QueueMetrics metrics) {
    this.directory = directory;
    this.limits = limits;
    this.metrics = metrics;
    this.setAside = new SetAside(directory.setAside());
    this.damage = new SpoolDamage(directory, setAside, metrics);
    this.reader = new SpoolReader(directory, damage, this::contains);
    this.files = new SpoolFiles(directory, limits);
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
    } catch (IOException | RuntimeException | Error e) {
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
      files.recovered(number, found.records(), found.bytes());
    }
    setAside.forgetReplayed(files.numbers().stream().map(number -> number + "-").toList());
    metrics.spoolBytes(files.bytes());
    if (files.bytes() > 0) {
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
    long group;
    synchronized (lock) {
      group = files.begin(entries.size(), size);
    }
    List<SpoolReader.Place> places = write(entries, size, group);
    synchronized (lock) {
      files.written(size);
      for (int i = 0; i < entries.size(); i++) {
        HitEntry entry = entries.get(i);
        SpoolReader.Place place = places.get(i);
        indexes[entry.shard()].add(place.position(), place.length(), entry.count());
      }
      metrics.spoolBytes(files.bytes());
    }
  }

  private List<SpoolReader.Place> write(List<HitEntry> entries, int size, long group)
      throws IOException {
    boolean written = false;
    try {
      List<SpoolReader.Place> places = encode(entries, size, group);
      files.write(buffer, group);
      if (buffer.capacity() > KEPT_BUFFER_BYTES) {
        buffer = ByteBuffer.allocateDirect(FIRST_BUFFER_BYTES);
      }
      written = true;
      return places;
    } finally {
      if (!written) {
        synchronized (lock) {
          files.abandon(entries.size());
        }
      }
    }
  }

  private List<SpoolReader.Place> encode(List<HitEntry> entries, int size, long group) {
    if (buffer.capacity() < size) {
      buffer = ByteBuffer.allocateDirect(Integer.highestOneBit(size) << 1);
    }
    buffer.clear();
    long segment = ShardIndex.segmentOf(group);
    List<SpoolReader.Place> places = new ArrayList<>(entries.size());
    for (HitEntry entry : entries) {
      int start = buffer.position();
      long position = group + start;
      SpoolRecord.write(entry, segment, ShardIndex.offsetOf(position), buffer);
      places.add(new SpoolReader.Place(position, buffer.position() - start));
    }
    buffer.flip();
    return places;
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
  void release(int shard, long upTo) {
    synchronized (lock) {
      files.deleteLeftovers();
      ShardIndex index = indexes[shard];
      for (int count = index.upTo(upTo); count > 0; count--) {
        files.released(ShardIndex.segmentOf(index.remove()));
      }
      metrics.spoolBytes(files.bytes());
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

  /** Whether a file is there and still needed. */
  private boolean contains(long segment) {
    synchronized (lock) {
      return files.contains(segment);
    }
  }

  /** Size of the files. */
  long bytes() {
    synchronized (lock) {
      return files.bytes();
    }
  }

  /** Whether the next round will probably fit. */
  boolean hasRoom() {
    return bytes() + limits.maxBytes() / 100 < limits.maxBytes()
        && directory.usableBytes() > DISK_RESERVE_BYTES;
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
      try {
        files.close();
      } finally {
        directory.close();
      }
    }
  }
}
