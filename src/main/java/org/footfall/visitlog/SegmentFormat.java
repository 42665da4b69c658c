package org.footfall.visitlog;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.footfall.visitlog.Pieces.Piece;

/**
 * The bytes of a segment part, format 1: what a row of {@code log_segment_group} holds.
 *
 * <pre>
 *   'F' 'F' 'L' 'G'   format = 1   groups (bit set)                                   6 bytes
 *   shard, version                                                                    numbers
 *   days:    count, then for each: site, day (differences), visits, actions, conversions
 *   frames:  count, then for each: method (0 as it is, 1 zstd), bytes stored, bytes unpacked
 *   columns: count, then for each: column id, kind (0 values, 1 texts), pieces,
 *            then for each piece: frame, bytes
 *   the frames, one after the other
 *   CRC-32C of everything before                                                      4 bytes
 * </pre>
 *
 * <p>The idea. A segment holds whole columns, each as a few byte strings, its <i>pieces</i> (a
 * plane of numbers, the bytes of a dictionary). Big pieces get a compressed frame of their own, so
 * that bytes of one kind meet one compressor and a query unpacks what it names; small ones share
 * the first frame, so that a segment of few rows stays small. Numbers in the head are seven bits a
 * byte. How values become pieces: {@link NumberCoding}, {@link TextCoding}, {@link Dictionary};
 * which value is foreseen and costs nothing: {@link Guess}.
 *
 * <p>Invariants. Rows are sorted by site, day, visit and position. All rows have the segment's
 * version. A column without a directory entry is absent in every row. Fixed columns of visits have
 * values for the rows that tell a visit whole only. Text code 0 is the empty text. Column ids,
 * layouts and rules never change their meaning; what must change gets a new number, and format 1
 * stays readable for ever.
 *
 * <p>Damage. The checksum is looked at before anything else, so a torn or changed part is refused
 * as a whole. Bytes whose checksum is right are still not trusted: lengths are checked against what
 * is there and against fixed limits before anything is allocated. A crash cannot leave half a
 * segment, as its rows are written in the batch's transaction.
 */
final class SegmentFormat {
  static final int FORMAT = 1;

  private static final byte[] MAGIC = {'F', 'F', 'L', 'G'};
  private static final int HEAD_BYTES = 6;
  private static final int CHECKSUM_BYTES = 4;
  private static final int STORED = 0;
  private static final int ZSTD = 1;
  private static final int ZSTD_LEVEL = 3;
  private static final int OWN_FRAME_BYTES = 512;
  private static final int MAX_FRAMES = 4_096;
  private static final int MAX_FRAME_BYTES = 1 << 26;

  /** Of all frames together: reading one column may need several at once. */
  private static final int MAX_UNPACKED_BYTES = 1 << 27;

  private static final int MAX_ENTRIES = 4_096;
  private static final int MAX_PIECES = 64;

  /**
   * What a directory entry is of.
   *
   * @param kind {@link #VALUES} or {@link #TEXTS}
   */
  record Key(int column, int kind) {
    static final int VALUES = 0;
    static final int TEXTS = 1;
  }

  /** Where a piece lies in its unpacked frame. */
  record Place(int frame, int offset, int length) {}

  /** A frame within the part's bytes. */
  record Frame(int method, int start, int stored, int unpacked) {}

  /** The head of a part, and its bytes. */
  record Part(
      SegmentName name,
      byte[] bytes,
      int groups,
      int shard,
      long version,
      SegmentDays days,
      List<Frame> frames,
      Map<Key, List<Place>> columns) {}

  private SegmentFormat() {}

  static byte[] write(
      int groups, int shard, long version, SegmentDays days, Map<Key, Pieces> columns) {
    ByteSink shared = new ByteSink();
    List<Piece> own = new ArrayList<>();
    ByteSink directory = new ByteSink().varint(columns.size());
    for (Map.Entry<Key, Pieces> column : columns.entrySet()) {
      Collection<Piece> pieces = column.getValue().list();
      directory.varint(column.getKey().column()).put(column.getKey().kind()).put(pieces.size());
      for (Piece piece : pieces) {
        if (piece.bytes().length < OWN_FRAME_BYTES) {
          directory.varint(0);
          shared.put(piece.bytes());
        } else {
          own.add(piece);
          directory.varint(own.size());
        }
        directory.varint(piece.bytes().length);
      }
    }
    own.add(0, new Piece(shared.toBytes(), false));
    ByteSink to = new ByteSink();
    to.put(MAGIC).put(FORMAT).put(groups).varint(shard).varint(version);
    days.write(to);
    ByteSink frames = new ByteSink();
    to.varint(own.size());
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      zstd.setLevel(ZSTD_LEVEL).setContentSize(false).setChecksum(false);
      for (Piece piece : own) {
        byte[] packed = piece.dense() ? piece.bytes() : zstd.compress(piece.bytes());
        boolean smaller = packed.length < piece.bytes().length;
        byte[] stored = smaller ? packed : piece.bytes();
        to.put(smaller ? ZSTD : STORED).varint(stored.length).varint(piece.bytes().length);
        frames.put(stored);
      }
    }
    to.put(directory.toBytes()).put(frames.toBytes());
    byte[] content = to.toBytes();
    return to.int32(checksum(content, content.length)).toBytes();
  }

  /**
   * Checks a part and reads its head.
   *
   * @throws DamagedSegmentException if it is not as it was written
   */
  static Part read(SegmentName name, byte[] bytes) {
    int end = bytes.length - CHECKSUM_BYTES;
    ByteSource from = new ByteSource(name, bytes, 0, Math.max(0, end));
    if (end < HEAD_BYTES) {
      throw from.damaged("it has only " + bytes.length + " bytes");
    }
    int checksum = new ByteSource(name, bytes, end, bytes.length).int32();
    if (checksum != checksum(bytes, end)) {
      throw from.damaged("its checksum is wrong");
    }
    for (byte magic : MAGIC) {
      if (from.next() != magic) {
        throw from.damaged("it does not begin like a segment");
      }
    }
    int format = from.next();
    if (format != FORMAT) {
      throw from.damaged("it has format " + format + "; this version reads format " + FORMAT);
    }
    int groups = from.next();
    int shard = from.count(Integer.MAX_VALUE, "a shard");
    long version = from.varint();
    SegmentDays days = SegmentDays.read(from);
    int[][] heads = frameHeads(from);
    Map<Key, List<Place>> columns = directory(from, heads);
    List<Frame> frames = new ArrayList<>();
    int start = from.position();
    for (int[] head : heads) {
      frames.add(new Frame(head[0], start, head[1], head[2]));
      start += head[1];
    }
    if (start != end) {
      throw from.damaged("its frames do not fill it");
    }
    return new Part(name, bytes, groups, shard, version, days, frames, columns);
  }

  private static int[][] frameHeads(ByteSource from) {
    int[][] heads = new int[from.count(Math.min(MAX_FRAMES, from.left()), "a list of frames")][];
    long sum = 0;
    long allUnpacked = 0;
    for (int i = 0; i < heads.length; i++) {
      int method = from.next();
      int stored = from.count(from.left(), "a frame");
      int unpacked = from.count(MAX_FRAME_BYTES, "an unpacked frame");
      sum += stored;
      allUnpacked += unpacked;
      if (method > ZSTD
          || (method == STORED && stored != unpacked)
          || sum > from.left()
          || allUnpacked > MAX_UNPACKED_BYTES) {
        throw from.damaged("a frame that cannot be");
      }
      heads[i] = new int[] {method, stored, unpacked};
    }
    return heads;
  }

  private static Map<Key, List<Place>> directory(ByteSource from, int[][] heads) {
    Map<Key, List<Place>> columns = new LinkedHashMap<>();
    int[] used = new int[heads.length];
    int entries = from.count(MAX_ENTRIES, "a list of columns");
    for (int i = 0; i < entries; i++) {
      Key key = new Key(from.count(Integer.MAX_VALUE, "a column"), from.next());
      List<Place> places = new ArrayList<>();
      int pieces = from.count(MAX_PIECES, "a list of pieces");
      for (int p = 0; p < pieces; p++) {
        int frame = from.count(heads.length - 1, "a frame's number");
        int length = from.count(heads[frame][2] - used[frame], "a piece");
        places.add(new Place(frame, used[frame], length));
        used[frame] += length;
      }
      if (columns.put(key, places) != null) {
        throw from.damaged("a column twice");
      }
    }
    return columns;
  }

  /** The unpacked bytes of a frame. */
  static byte[] unpack(Part part, int number) {
    Frame frame = part.frames().get(number);
    if (frame.method() == STORED) {
      return java.util.Arrays.copyOfRange(
          part.bytes(), frame.start(), frame.start() + frame.stored());
    }
    byte[] bytes = new byte[frame.unpacked()];
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      int length =
          zstd.decompressByteArray(
              bytes, 0, bytes.length, part.bytes(), frame.start(), frame.stored());
      if (length != bytes.length) {
        throw new DamagedSegmentException(part.name(), "a frame of wrong length");
      }
      return bytes;
    } catch (ZstdException e) {
      DamagedSegmentException damage =
          new DamagedSegmentException(part.name(), "a frame that zstd refuses");
      damage.initCause(e);
      throw damage;
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
