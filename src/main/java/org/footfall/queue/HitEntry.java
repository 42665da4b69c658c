package org.footfall.queue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Hits of one shard that are stored together: one stream entry in Redis or one record in the spool,
 * the same bytes in both. They have the sequences {@code first} to {@code first + count - 1}.
 *
 * @param receivedMillis when they came, in Unix milliseconds
 * @param hits the payloads one after another, each after its length (seven bits a byte, low ones
 *     first, the eighth bit says that more follow)
 */
record HitEntry(
    int shard, String producer, long first, int count, long receivedMillis, byte[] hits) {

  static HitEntry of(
      int shard, String producer, long first, long receivedMillis, List<byte[]> payloads) {
    int size = 0;
    for (byte[] payload : payloads) {
      size += sizeOf(payload.length) + payload.length;
    }
    ByteBuffer blob = ByteBuffer.allocate(size);
    for (byte[] payload : payloads) {
      putLength(blob, payload.length);
      blob.put(payload);
    }
    return new HitEntry(shard, producer, first, payloads.size(), receivedMillis, blob.array());
  }

  /**
   * The hits with their sequences.
   *
   * @throws MalformedEntry when the bytes are not {@code count} payloads exactly
   */
  List<QueuedHit> unpack() throws MalformedEntry {
    if (first < 1 || count < 1 || count > hits.length) {
      throw new MalformedEntry("an entry of " + count + " hits from sequence " + first);
    }
    ByteBuffer blob = ByteBuffer.wrap(hits);
    List<QueuedHit> unpacked = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int length = getLength(blob);
      if (length > blob.remaining()) {
        throw new MalformedEntry("hit " + i + " reaches beyond its entry");
      }
      byte[] payload = new byte[length];
      blob.get(payload);
      unpacked.add(new QueuedHit(shard, producer, first + i, payload));
    }
    if (blob.hasRemaining()) {
      throw new MalformedEntry("bytes after the last hit of an entry");
    }
    return unpacked;
  }

  /** Whether the other's hits come right after these. */
  boolean isFollowedBy(HitEntry other) {
    return shard == other.shard && producer.equals(other.producer) && first + count == other.first;
  }

  /** One entry of several that follow each other; received when the first was. */
  static HitEntry join(List<HitEntry> entries) {
    HitEntry head = entries.get(0);
    if (entries.size() == 1) {
      return head;
    }
    int count = entries.stream().mapToInt(HitEntry::count).sum();
    ByteBuffer blob =
        ByteBuffer.allocate(entries.stream().mapToInt(entry -> entry.hits.length).sum());
    entries.forEach(entry -> blob.put(entry.hits));
    return new HitEntry(
        head.shard, head.producer, head.first, count, head.receivedMillis, blob.array());
  }

  private static int sizeOf(int length) {
    return length == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(length)) / 7;
  }

  private static void putLength(ByteBuffer blob, int length) {
    int rest = length;
    while (rest > 0x7f) {
      blob.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    blob.put((byte) rest);
  }

  private static int getLength(ByteBuffer blob) throws MalformedEntry {
    int length = 0;
    for (int shift = 0; shift < 28 && blob.hasRemaining(); shift += 7) {
      byte next = blob.get();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        return length;
      }
    }
    throw new MalformedEntry("a length that does not end");
  }
}
