package org.footfall.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Pieces of several columns packed into one byte string behind a head of the owner's.
 *
 * <pre>
 *   the owner's head
 *   frames:  count, then for each: method (0 as it is, 1 zstd), bytes stored, bytes unpacked
 *   columns: count, then for each: column id, kind, pieces,
 *            then for each piece: frame, bytes
 *   the frames, one after the other
 *   CRC-32C of everything before                                                      4 bytes
 * </pre>
 *
 * <p>The idea. Big pieces get a compressed frame of their own, so that bytes of one kind meet one
 * compressor and a reader unpacks what it names; small ones share the first frame, and where all
 * together are small, all do, so that little data stays little. Numbers are seven bits a byte.
 *
 * <p>Damage. The checksum is looked at before anything else, so torn or changed bytes are refused
 * as a whole. Bytes whose checksum is right are still not trusted: lengths are checked against what
 * is there and against fixed limits before anything is allocated.
 */
public final class PiecePack {
  private static final int CHECKSUM_BYTES = 4;
  private static final int STORED = 0;
  private static final int ZSTD = 1;
  private static final int OWN_FRAME_BYTES = 512;
  private static final int SMALL_BYTES = 24 << 10;
  private static final int MAX_FRAMES = 4_096;
  private static final int MAX_FRAME_BYTES = 1 << 26;

  /** Of all frames together: reading one column may need several at once. */
  private static final int MAX_UNPACKED_BYTES = 1 << 27;

  private static final int MAX_ENTRIES = 4_096;
  private static final int MAX_PIECES = 64;

  private final Damage damage;
  private final byte[] bytes;
  private final List<Frame> frames;
  private final Map<Key, List<Place>> columns;

  /** The unpacked first frame, which many columns have pieces in. */
  private volatile byte[] shared;

  /** How much work packing is worth. Unpacking is as quick after either. */
  public enum Effort {
    /** For what is soon packed anew. */
    QUICK(3),
    /** For what is kept: texts become a fifth shorter, in twenty times the time. */
    THOROUGH(15);

    private final int zstdLevel;

    Effort(int zstdLevel) {
      this.zstdLevel = zstdLevel;
    }
  }

  /** What a column's pieces go by. */
  public record Key(int column, int kind) {}

  /** Where a piece lies in its unpacked frame. */
  private record Place(int frame, int offset, int length) {}

  /** A frame within the bytes. */
  private record Frame(int method, int start, int stored, int unpacked) {}

  private PiecePack(
      Damage damage, byte[] bytes, List<Frame> frames, Map<Key, List<Place>> columns) {
    this.damage = damage;
    this.bytes = bytes;
    this.frames = frames;
    this.columns = columns;
  }

  /** Packs columns behind a head. */
  public static byte[] write(byte[] head, Map<Key, Pieces> columns, Effort effort) {
    long all = 0;
    for (Pieces column : columns.values()) {
      all += column.size();
    }
    int own = all < SMALL_BYTES ? Integer.MAX_VALUE : OWN_FRAME_BYTES;
    ByteSink shared = new ByteSink();
    List<Pieces.Piece> framed = new ArrayList<>();
    ByteSink directory = new ByteSink().varint(columns.size());
    for (Map.Entry<Key, Pieces> column : columns.entrySet()) {
      List<Pieces.Piece> pieces = column.getValue().list();
      directory.varint(column.getKey().column()).put(column.getKey().kind()).put(pieces.size());
      for (Pieces.Piece piece : pieces) {
        if (piece.bytes().length < own) {
          directory.varint(0);
          shared.put(piece.bytes());
        } else {
          framed.add(piece);
          directory.varint(framed.size());
        }
        directory.varint(piece.bytes().length);
      }
    }
    framed.add(0, new Pieces.Piece(shared.toBytes(), false));
    ByteSink to = new ByteSink().put(head).varint(framed.size());
    ByteSink content = new ByteSink();
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      zstd.setLevel(effort.zstdLevel).setContentSize(false).setChecksum(false);
      for (Pieces.Piece piece : framed) {
        byte[] packed = piece.dense() ? piece.bytes() : zstd.compress(piece.bytes());
        boolean smaller = packed.length < piece.bytes().length;
        byte[] stored = smaller ? packed : piece.bytes();
        to.put(smaller ? ZSTD : STORED).varint(stored.length).varint(piece.bytes().length);
        content.put(stored);
      }
    }
    to.put(directory.toBytes()).put(content.toBytes());
    byte[] done = to.toBytes();
    return to.int32(checksum(done, done.length)).toBytes();
  }

  /**
   * Begins to read: checks the checksum.
   *
   * @return what lies before it, at its first byte: the head to be read by the owner
   */
  public static ByteSource open(Damage damage, byte[] bytes) {
    int end = bytes.length - CHECKSUM_BYTES;
    if (end < 0) {
      throw damage.of("it has only " + bytes.length + " bytes");
    }
    int checksum = new ByteSource(damage, bytes, end, bytes.length).int32();
    if (checksum != checksum(bytes, end)) {
      throw damage.of("its checksum is wrong");
    }
    return new ByteSource(damage, bytes, 0, end);
  }

  /**
   * Goes on to read where the owner's head has ended.
   *
   * @param bytes all of it, as given to {@link #open}
   */
  public static PiecePack read(Damage damage, byte[] bytes, ByteSource from) {
    int end = bytes.length - CHECKSUM_BYTES;
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
    return new PiecePack(damage, bytes, frames, columns);
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

  /** The pieces of a column in order, each frame of them unpacked once; null when it has none. */
  public PieceSource pieces(Key key) {
    List<Place> places = columns.get(key);
    return places == null ? null : new Unpacking(places);
  }

  /** All columns that are here. */
  public Set<Key> keys() {
    return columns.keySet();
  }

  /** How many pieces a column has. */
  public int count(Key key) {
    return columns.getOrDefault(key, List.of()).size();
  }

  /** What it takes in memory, roughly. */
  public int weight() {
    return 256 + bytes.length + (frames.isEmpty() ? 0 : frames.get(0).unpacked());
  }

  /** Which share of the stored bytes each column's pieces take. */
  public Map<Key, Double> storedBytes() {
    Map<Key, Double> bytes = new LinkedHashMap<>();
    columns.forEach(
        (key, places) -> {
          for (Place place : places) {
            Frame frame = frames.get(place.frame());
            double share = (double) place.length() / Math.max(1, frame.unpacked());
            bytes.merge(key, share * frame.stored(), Double::sum);
          }
        });
    return bytes;
  }

  private byte[] unpack(int number) {
    if (number > 0) {
      return unpack(frames.get(number));
    }
    byte[] known = shared;
    if (known == null) {
      known = unpack(frames.get(0));
      shared = known;
    }
    return known;
  }

  private byte[] unpack(Frame frame) {
    if (frame.method() == STORED) {
      return Arrays.copyOfRange(bytes, frame.start(), frame.start() + frame.stored());
    }
    byte[] unpacked = new byte[frame.unpacked()];
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      int length =
          zstd.decompressByteArray(
              unpacked, 0, unpacked.length, bytes, frame.start(), frame.stored());
      if (length != unpacked.length) {
        throw damage.of("a frame of wrong length");
      }
      return unpacked;
    } catch (ZstdException e) {
      RuntimeException refusal = damage.of("a frame that zstd refuses");
      refusal.addSuppressed(e);
      throw refusal;
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private final class Unpacking implements PieceSource {
    private final List<Place> places;
    private final Map<Integer, byte[]> unpacked = new HashMap<>();
    private int next;

    Unpacking(List<Place> places) {
      this.places = places;
    }

    @Override
    public ByteSource next() {
      if (next == places.size()) {
        throw damage.of("a column ends too early");
      }
      Place place = places.get(next++);
      byte[] frame = unpacked.computeIfAbsent(place.frame(), PiecePack.this::unpack);
      return new ByteSource(damage, frame, place.offset(), place.offset() + place.length());
    }
  }
}
