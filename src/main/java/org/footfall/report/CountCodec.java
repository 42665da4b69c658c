package org.footfall.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.Numbers;
import org.footfall.codec.PiecePack;
import org.footfall.codec.PieceSource;
import org.footfall.codec.Pieces;
import org.footfall.codec.TextList;

/**
 * The bytes of stored counts, format 1.
 *
 * <pre>
 *   format = 1                                                                        1 byte
 *   rows of this block
 *   the columns, packed and checksummed: {@link PiecePack}
 * </pre>
 *
 * <p>Groups are cut into blocks of so many rows; each has the keys, the notes, and a column for
 * each metric by its place in {@link Metric}, so that a metric more or less leaves the others
 * readable. Who came is one column of one piece.
 */
final class CountCodec {
  static final int BLOCK_ROWS = 1 << 16;

  private static final int FORMAT = 1;
  private static final int KEYS = 1_000;
  private static final int NOTES = 1_001;
  private static final int WHO = 1_002;

  private CountCodec() {}

  /** The blocks of some counts, one at least. */
  static List<byte[]> encode(Counts counts) {
    if (counts instanceof Who who) {
      ByteSink bytes = new ByteSink();
      who.write(bytes);
      Pieces pieces = new Pieces();
      pieces.add(bytes.toBytes());
      return List.of(PiecePack.write(head(0), Map.of(new PiecePack.Key(WHO, 0), pieces)));
    }
    Groups groups = (Groups) counts;
    List<byte[]> blocks = new ArrayList<>();
    for (int from = 0; from == 0 || from < groups.size(); from += BLOCK_ROWS) {
      blocks.add(block(groups, from, Math.min(groups.size(), from + BLOCK_ROWS)));
    }
    return blocks;
  }

  private static byte[] head(int rows) {
    return new ByteSink().put(FORMAT).varint(rows).toBytes();
  }

  private static byte[] block(Groups groups, int from, int to) {
    Map<PiecePack.Key, Pieces> columns = new LinkedHashMap<>();
    Pieces keys = new Pieces();
    groups.keys().encode(from, to, keys);
    columns.put(new PiecePack.Key(KEYS, 0), keys);
    add(columns, NOTES, groups.notes(), from, to);
    for (int place = 0; place < groups.layout().size(); place++) {
      int id = groups.layout().metric(place).id();
      add(columns, id, groups.column(place), from, to);
    }
    return PiecePack.write(head(to - from), columns);
  }

  private static void add(
      Map<PiecePack.Key, Pieces> columns, int id, Numbers numbers, int from, int to) {
    long[] values = new long[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(from + i);
    }
    Pieces pieces = new Pieces();
    NumberCoding.encode(values, pieces);
    columns.put(new PiecePack.Key(id, 0), pieces);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedCountsException if it did not write that
   */
  static Counts decode(Source source, List<byte[]> blocks) {
    if (source.ofWho()) {
      PieceSource piece = open(blocks.get(0)).columns().pieces(new PiecePack.Key(WHO, 0));
      if (piece == null) {
        throw new DamagedCountsException("nobody is told");
      }
      return Who.read(piece.next());
    }
    List<TextList> keys = new ArrayList<>();
    Map<Integer, List<long[]>> columns = new HashMap<>();
    int rows = 0;
    for (byte[] bytes : blocks) {
      Block block = open(bytes);
      PieceSource texts = block.columns().pieces(new PiecePack.Key(KEYS, 0));
      TextList list = texts == null ? TextList.EMPTY : TextList.decode(texts);
      if (list.size() != block.rows()) {
        throw new DamagedCountsException(list.size() + " keys for " + block.rows() + " rows");
      }
      keys.add(list);
      rows += block.rows();
      columns.computeIfAbsent(NOTES, id -> new ArrayList<>()).add(numbers(block, NOTES));
      for (Metric metric : source.layout().metrics()) {
        columns
            .computeIfAbsent(metric.id(), id -> new ArrayList<>())
            .add(numbers(block, metric.id()));
      }
    }
    MetricLayout layout = source.layout();
    Numbers[] numbers = new Numbers[layout.size()];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = Numbers.of(joined(columns.get(layout.metric(place).id()), rows));
    }
    Numbers notes = Numbers.of(joined(columns.get(NOTES), rows));
    return new Groups(layout, TextList.joined(keys), numbers, notes);
  }

  private record Block(int rows, PiecePack columns) {}

  private static Block open(byte[] bytes) {
    ByteSource from = PiecePack.open(DamagedCountsException::new, bytes);
    int format = from.next();
    if (format != FORMAT) {
      throw from.damaged("format " + format + "; this version reads format " + FORMAT);
    }
    int rows = from.count(BLOCK_ROWS, "a block");
    return new Block(rows, PiecePack.read(DamagedCountsException::new, bytes, from));
  }

  private static long[] numbers(Block block, int id) {
    PieceSource from = block.columns().pieces(new PiecePack.Key(id, 0));
    return from == null ? new long[block.rows()] : NumberCoding.decode(from, block.rows());
  }

  private static long[] joined(List<long[]> blocks, int rows) {
    if (blocks.size() == 1) {
      return blocks.get(0);
    }
    long[] all = new long[rows];
    int at = 0;
    for (long[] block : blocks) {
      System.arraycopy(block, 0, all, at, block.length);
      at += block.length;
    }
    return Arrays.copyOf(all, at);
  }
}
