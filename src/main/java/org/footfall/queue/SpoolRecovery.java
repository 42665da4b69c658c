package org.footfall.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds at the start of a process what an earlier one left in the files of a spool. */
final class SpoolRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolRecovery.class);

  /** What a file holds; a file without records is deleted. */
  record Recovered(int records, long bytes) {}

  private final SpoolDirectory directory;
  private final ShardIndex[] indexes;
  private final SpoolDamage damage;

  SpoolRecovery(SpoolDirectory directory, ShardIndex[] indexes, SpoolDamage damage) {
    this.directory = directory;
    this.indexes = indexes;
    this.damage = damage;
  }

  Recovered recover(long segment, boolean youngest) throws IOException {
    Path file = directory.segment(segment);
    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
    SegmentScan scan = SegmentScan.of(content, segment, 0);
    for (SegmentScan.Broken broken : scan.broken()) {
      damage.broken(segment, broken.offset(), content.slice(broken.offset(), broken.length()));
    }
    int tail = content.limit() - scan.end();
    if (tail > 0 && youngest) {
      LOG.info("Cut {} bytes of an unfinished record off {}", tail, file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(scan.end());
      }
    } else if (tail > 0) {
      damage.broken(segment, scan.end(), content.slice(scan.end(), tail));
    }
    int records = 0;
    for (SegmentScan.Found found : scan.records()) {
      records += index(segment, content, found) ? 1 : 0;
    }
    if (records == 0) {
      Files.delete(file);
    }
    return new Recovered(records, youngest ? scan.end() : content.limit());
  }

  private boolean index(long segment, ByteBuffer content, SegmentScan.Found found)
      throws IOException {
    HitEntry entry;
    try {
      entry = SpoolRecord.body(SpoolRecord.bodyAt(content, found.offset()));
    } catch (MalformedEntry e) {
      LOG.debug("A record with a right checksum and a wrong form", e);
      damage.broken(segment, found.offset(), content.slice(found.offset(), found.length()));
      return false;
    }
    if (entry.shard() >= indexes.length) {
      throw new IOException(
          "The spool holds hits of shard %d, but there are %d shards; is %s the directory of another installation (queue.spool_directory)?"
              .formatted(entry.shard(), indexes.length, directory.path()));
    }
    long position = ShardIndex.position(segment, found.offset());
    indexes[entry.shard()].add(position, found.length(), entry.count());
    return true;
  }
}
