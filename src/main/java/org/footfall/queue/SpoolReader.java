package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records at known places. Opens the files anew for each batch, since an interrupt of the
 * reading thread closes the channel it reads from, which must never be the writer's.
 */
final class SpoolReader {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolReader.class);

  /** Where a record lies ({@link ShardIndex}). */
  record Place(long position, int length) {}

  /**
   * Entries of one shard.
   *
   * @param positions of the entries
   * @param upTo the position of the last record read, be it broken or not
   */
  record Batch(List<HitEntry> entries, List<Long> positions, long upTo) {}

  private final SpoolDirectory directory;
  private final SpoolDamage damage;
  private final LongPredicate needed;

  /**
   * @param needed whether a file should be there; one that was done with meanwhile may be gone
   */
  SpoolReader(SpoolDirectory directory, SpoolDamage damage, LongPredicate needed) {
    this.directory = directory;
    this.damage = damage;
    this.needed = needed;
  }

  Batch read(List<Place> places, long upTo) throws IOException {
    List<HitEntry> entries = new ArrayList<>(places.size());
    List<Long> positions = new ArrayList<>(places.size());
    int from = 0;
    while (from < places.size()) {
      long segment = ShardIndex.segmentOf(places.get(from).position);
      int to = from + 1;
      while (to < places.size() && ShardIndex.segmentOf(places.get(to).position) == segment) {
        to++;
      }
      read(segment, places.subList(from, to), entries, positions);
      from = to;
    }
    return new Batch(entries, positions, upTo);
  }

  private void read(long segment, List<Place> places, List<HitEntry> entries, List<Long> positions)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(directory.segment(segment), StandardOpenOption.READ)) {
      for (Place place : places) {
        HitEntry entry = read(channel, segment, place);
        if (entry != null) {
          entries.add(entry);
          positions.add(place.position);
        }
      }
    } catch (NoSuchFileException e) {
      if (needed.test(segment)) {
        damage.gone(segment);
      }
    }
  }

  private HitEntry read(FileChannel channel, long segment, Place place) throws IOException {
    long offset = ShardIndex.offsetOf(place.position);
    ByteBuffer record = ByteBuffer.allocate(place.length);
    while (record.hasRemaining() && channel.read(record, offset + record.position()) >= 0) {
      // A file that ends inside the record ends the loop; the checksum then tells.
    }
    record.flip();
    try {
      if (SpoolRecord.lengthAt(record, 0, segment, offset) == place.length) {
        return SpoolRecord.body(SpoolRecord.bodyAt(record, 0));
      }
    } catch (MalformedEntry e) {
      LOG.debug("A record with a right checksum and a wrong form", e);
    }
    damage.broken(segment, offset, record);
    return null;
  }
}
