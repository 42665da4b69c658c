package org.footfall.report;

import java.util.ArrayList;
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
 * The bytes of stored counts.
 *
 * <pre>
 *   format = 1; 2 of conversions                                                                        1 byte
 *   rows of this block
 *   the columns, packed and checksummed: {@link PiecePack}
 * </pre>
 *
 * <p>Groups are cut into blocks of so many rows or bytes of keys; each has the keys, the notes, and
 * a column for each metric by its number, so that a metric more or less leaves the others readable;
 * some are stored as the difference to another one. Conversions follow in blocks of their own. Who
 * came is one column of one piece.
 */
final class CountCodec {
  static final int BLOCK_ROWS = 1 << 16;

  private static final int BLOCK_KEY_BYTES = 3 << 20;
  private static final int FORMAT = 1;
  private static final int FORMAT_OF_GOALS = 2;
  private static final int KEYS = 1_000;
  private static final int NOTES = 1_001;
  private static final int WHO = 1_002;

  private CountCodec() {}

  /** The blocks of some counts, one at least. */
  static List<byte[]> encode(Counts counts, PiecePack.Effort effort) {
    if (counts instanceof Who who) {
      ByteSink bytes = new ByteSink();
      who.write(bytes);
      Pieces pieces = new Pieces();
      pieces.add(bytes.toBytes());
      return List.of(pack(FORMAT, 0, Map.of(new PiecePack.Key(WHO, 0), pieces), effort));
    }
    Groups groups = (Groups) counts;
    List<byte[]> blocks = new ArrayList<>();
    encode(groups, FORMAT, effort, blocks);
    if (groups.goals() != null) {
      encode(groups.goals(), FORMAT_OF_GOALS, effort, blocks);
    }
    return blocks;
  }

  private static void encode(
      Groups groups, int format, PiecePack.Effort effort, List<byte[]> blocks) {
    int from = 0;
    do {
      int to = end(groups.keys(), from);
      blocks.add(pack(format, to - from, columns(groups, from, to), effort));
      from = to;
    } while (from < groups.size());
  }

  private static int end(TextList keys, int from) {
    int to = from;
    int bytes = 0;
    while (to < keys.size() && to - from < BLOCK_ROWS && bytes < BLOCK_KEY_BYTES) {
      bytes += keys.length(to++);
    }
    return to;
  }

  private static byte[] pack(
      int format, int rows, Map<PiecePack.Key, Pieces> columns, PiecePack.Effort effort) {
    byte[] head = new ByteSink().put(format).varint(rows).toBytes();
    return PiecePack.write(head, columns, effort);
  }

  private static Map<PiecePack.Key, Pieces> columns(Groups groups, int from, int to) {
    Map<PiecePack.Key, Pieces> columns = new LinkedHashMap<>();
    Pieces keys = new Pieces();
    groups.keys().encode(from, to, keys);
    columns.put(new PiecePack.Key(KEYS, 0), keys);
    add(columns, NOTES, values(groups.notes(), from, to));
    MetricLayout layout = groups.layout();
    for (int place = 0; place < layout.size(); place++) {
      int likePlace = layout.place(like(layout.metric(place)));
      long[] values = values(groups.column(place), from, to);
      if (likePlace >= 0) {
        Numbers others = groups.column(likePlace);
        for (int i = 0; i < values.length; i++) {
          values[i] = ByteSink.zigzag(values[i] - others.get(from + i));
        }
      }
      add(columns, layout.metric(place).id(), values);
    }
    return columns;
  }

  /** The metric that another one is mostly as much as, of which only the difference is stored. */
  private static Metric like(Metric metric) {
    return switch (metric) {
      case UNIQUE_VISITORS, HITS -> Metric.VISITS;
      case ENTRY_UNIQUE_VISITORS -> Metric.ENTRY_VISITS;
      case EXIT_UNIQUE_VISITORS -> Metric.EXIT_VISITS;
      default -> null;
    };
  }

  private static long[] values(Numbers numbers, int from, int to) {
    long[] values = new long[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(from + i);
    }
    return values;
  }

  private static void add(Map<PiecePack.Key, Pieces> columns, int id, long[] values) {
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
    List<Block> open = blocks.stream().map(CountCodec::open).toList();
    Groups groups = groups(source.layout(), of(open, FORMAT));
    List<Block> ofGoals = of(open, FORMAT_OF_GOALS);
    return ofGoals.isEmpty() ? groups : groups.withGoals(groups(source.goalLayout(), ofGoals));
  }

  private static List<Block> of(List<Block> blocks, int format) {
    return blocks.stream().filter(block -> block.format() == format).toList();
  }

  private static Groups groups(MetricLayout layout, List<Block> blocks) {
    List<TextList> keys = new ArrayList<>();
    for (Block block : blocks) {
      PieceSource texts = block.columns().pieces(new PiecePack.Key(KEYS, 0));
      TextList list = texts == null ? TextList.EMPTY : TextList.decode(texts);
      if (list.size() != block.rows()) {
        throw new DamagedCountsException(list.size() + " keys for " + block.rows() + " rows");
      }
      keys.add(list);
    }
    Numbers[] columns = new Numbers[layout.size()];
    for (int place = 0; place < columns.length; place++) {
      Numbers stored = column(blocks, layout.metric(place).id());
      Metric like = like(layout.metric(place));
      columns[place] = layout.place(like) < 0 ? stored : undo(stored, column(blocks, like.id()));
    }
    return new Groups(layout, TextList.joined(keys), columns, column(blocks, NOTES));
  }

  private static Numbers undo(Numbers stored, Numbers others) {
    if (stored.isZero()) {
      return others;
    }
    long[] values = new long[stored.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ByteSink.unzigzag(stored.get(i)) + others.get(i);
    }
    return Numbers.of(values);
  }

  private record Block(int format, int rows, PiecePack columns) {}

  private static Block open(byte[] bytes) {
    ByteSource from = PiecePack.open(DamagedCountsException::new, bytes);
    int format = from.next();
    if (format != FORMAT && format != FORMAT_OF_GOALS) {
      throw from.damaged("format " + format + "; this version reads formats up to 2");
    }
    int rows = from.count(BLOCK_ROWS, "a block");
    return new Block(format, rows, PiecePack.read(DamagedCountsException::new, bytes, from));
  }

  /** A column of all blocks; zeros where it was not stored. */
  private static Numbers column(List<Block> blocks, int id) {
    List<Numbers> parts = new ArrayList<>();
    for (Block block : blocks) {
      PieceSource from = block.columns().pieces(new PiecePack.Key(id, 0));
      parts.add(
          from == null ? Numbers.constant(block.rows(), 0) : NumberCoding.read(from, block.rows()));
    }
    return Numbers.joined(parts);
  }
}
