package org.footfall.visitlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.luben.zstd.Zstd;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.PiecePack;
import org.footfall.codec.Pieces;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Table;
import org.footfall.visitlog.SegmentDays.Entry;
import org.junit.jupiter.api.Test;

/**
 * Segments that somebody wrote who wants to break the reader: their checksums are right, their
 * frames unpack, and what is in them is wrong. Each is refused as damaged or read as rows of the
 * right shape, soon and in bounded memory.
 */
class SegmentFuzzTest {
  private static final int ROUNDS = 2_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** What decoding one column may allocate in all, so no array of it is longer. */
  private static final long MOST_BYTES = 64 << 20;

  private static final int MOST_ROWS = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<byte[]> seeds =
      List.of(
          Segments.encode(new LogTraffic(5, 60, 500).batches(60).get(0)),
          Segments.encode(new LogTraffic(6, 120, 2_000).batches(60).get(1)),
          Segments.encode(new LogTraffic(7, 800, 9_000).batches(400).get(1)));

  @Test
  void wrongPiecesAreRefusedOrReadInBoundedTimeAndMemory() {
    fuzz(17, SegmentFuzzTest::wrongPieces, 500);
  }

  @Test
  void wrongDirectoriesOfDaysAreRefusedOrReadInBoundedTimeAndMemory() {
    fuzz(18, SegmentFuzzTest::wrongDays, 150);
  }

  @Test
  void wrongBytesOfTheHeadAreRefusedOrReadInBoundedTimeAndMemory() {
    fuzz(19, SegmentFuzzTest::wrongHead, 500);
  }

  /** A few bytes of each frame are a plane of the column; the rest of it is only there to cost. */
  @Test
  void framesThatUnpackToFarMoreThanASegmentHoldsAreRefused() {
    byte[] packed = Zstd.compress(new byte[1 << 26]);
    ByteSink to = new ByteSink().put(new byte[] {'F', 'F', 'L', 'G', 1, 7});
    to.varint(0).varint(1);
    new SegmentDays(List.of(new Entry(1, 20_000, 0, 100, 0))).write(to);
    byte[] head = new ByteSink().put(2).signed(0).put(8).toBytes();
    to.varint(9).put(0).varint(head.length).varint(head.length);
    for (int plane = 0; plane < 8; plane++) {
      to.put(1).varint(packed.length).varint(1 << 26);
    }
    to.varint(1).varint(Columns.TIME.id()).put(SegmentFormat.VALUES).varint(9);
    to.varint(0).varint(head.length);
    for (int plane = 1; plane <= 8; plane++) {
      to.varint(plane).varint(100);
    }
    to.put(head);
    for (int plane = 0; plane < 8; plane++) {
      to.put(packed);
    }
    byte[] bytes = DamageTest.sealed(to.put(new byte[4]).toBytes());
    assertThat(bytes.length).isLessThan(100_000);
    assertThat(isRefused("frames", bytes)).isTrue();
  }

  /** What is not UTF-8 grows when it is read as a text. */
  @Test
  void textsThatAreNotUtf8TakeNoMoreThanTheirBytes() {
    LogBatch batch = new LogBatch(0, 1);
    for (int row = 0; row < 600; row++) {
      batch
          .action(1, LogTraffic.DAY)
          .set(Columns.ACTION_VISIT_ID, row)
          .set(Columns.PAGE_VIEW_ID, "not short " + row);
    }
    OpenSegment open = new OpenSegment(Segments.encode(batch));
    List<byte[]> pieces =
        open.columns.get(new PiecePack.Key(Columns.PAGE_VIEW_ID.id(), SegmentFormat.VALUES));
    byte[] content = new byte[600 * 65_535];
    Arrays.fill(content, (byte) 0x80);
    Pieces lengths = new Pieces();
    long[] rest = new long[600];
    Arrays.fill(rest, 65_535);
    NumberCoding.encode(new long[600], lengths);
    NumberCoding.encode(rest, lengths);
    while (pieces.size() > 3) {
      pieces.remove(3);
    }
    lengths.list().forEach(piece -> pieces.add(piece.bytes()));
    pieces.add(content);
    Segment segment = Segments.decode(0, 1, open.toBytes());
    long most = 5L * content.length;
    assertThat(allocated(() -> segment.texts(Columns.PAGE_VIEW_ID))).isLessThan(most);
    assertThat(segment.texts(Columns.PAGE_VIEW_ID).dictionary().text(600)).hasSize(65_535);
  }

  private void fuzz(
      long seed, BiFunction<SplittableRandom, byte[], byte[]> mutation, int leastRefused) {
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
      byte[] bytes = mutation.apply(random, seeds.get(round % seeds.size()));
      long begun = System.nanoTime();
      String place = "round %d of seed %d".formatted(round, seed);
      refused += isRefused(place, bytes) ? 1 : 0;
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(took).as(place).isLessThan(LONGEST);
    }
    assertThat(refused).isBetween(leastRefused, ROUNDS - 100);
  }

  private static boolean isRefused(String place, byte[] bytes) {
    try {
      Segment segment =
          bounded(place, bytes.length, () -> Segments.decode(0, version(bytes), bytes));
      for (Column column : Columns.ALL) {
        if (column.coding() != Coding.DERIVED) {
          bounded(place + ", " + column, bytes.length, () -> decoded(segment, column));
        }
      }
      for (Entry day : segment.days().entries().stream().limit(2).toList()) {
        for (Table table : List.of(Table.VISIT, Table.ACTION)) {
          Collection<Column> columns = Columns.of(table);
          check(Segments.table(table, List.of(segment), day.site(), day.day(), columns), columns);
        }
      }
      return false;
    } catch (DamagedSegmentException e) {
      return true;
    } catch (RuntimeException | Error e) {
      return fail(place + " broke the reader: " + e + " " + shown(bytes), e);
    }
  }

  /** The version that the head tells, as the database would tell it as well. */
  private static long version(byte[] bytes) {
    ByteSource head = new ByteSource(new SegmentName(0, 0, 0), bytes, 6, bytes.length);
    head.varint();
    return head.varint();
  }

  private static <T> T bounded(String place, int length, Supplier<T> work) {
    List<T> result = new ArrayList<>();
    List<DamagedSegmentException> refusal = new ArrayList<>();
    long allocated =
        allocated(
            () -> {
              try {
                result.add(work.get());
              } catch (DamagedSegmentException e) {
                refusal.add(e);
              }
            });
    if (allocated > MOST_BYTES) {
      fail("%s allocates %,d bytes for a segment of %,d".formatted(place, allocated, length));
    }
    if (!refusal.isEmpty()) {
      throw refusal.get(0);
    }
    return result.get(0);
  }

  private static long allocated(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static Object decoded(Segment segment, Column column) {
    return switch (column.type()) {
      case NUMBER -> segment.numbers(column);
      case TEXT -> segment.texts(column);
      case BYTES -> segment.bytes(column);
    };
  }

  /** Whatever the values are, they can be got at. */
  private static void check(LogTable table, Collection<Column> columns) {
    assertThat(table.rows()).isBetween(0, MOST_ROWS);
    for (Column column : columns) {
      for (int row = 0; row < Math.min(3_000, table.rows()); row++) {
        switch (column.type()) {
          case NUMBER -> table.number(column).get(row);
          case BYTES -> assertThat(table.bytes(column).get(row).length).isLessThan(256);
          case TEXT -> {
            TextColumn texts = table.text(column);
            if (texts.code(row) < 0 || texts.code(row) >= texts.codes()) {
              fail(column + " has the code " + texts.code(row) + " of " + texts.codes());
            }
            if (!texts.value(texts.code(row)).equals(texts.get(row))) {
              fail(column + " has two texts in row " + row);
            }
          }
        }
      }
    }
  }

  private static byte[] wrongPieces(SplittableRandom random, byte[] seed) {
    OpenSegment open = new OpenSegment(seed);
    for (int change = random.nextInt(3); change >= 0; change--) {
      List<PiecePack.Key> keys = new ArrayList<>(open.columns.keySet());
      PiecePack.Key key = keys.get(random.nextInt(keys.size()));
      List<byte[]> pieces = open.columns.get(key);
      if (pieces.isEmpty()) {
        continue;
      }
      int place = random.nextInt(pieces.size());
      byte[] piece = pieces.get(place);
      switch (random.nextInt(9)) {
        case 0 -> pieces.remove(place);
        case 1 -> pieces.add(place, piece);
        case 2 -> pieces.set(place, Arrays.copyOf(piece, random.nextInt(piece.length + 1)));
        case 3 -> pieces.set(place, Arrays.copyOf(piece, piece.length + 1 + random.nextInt(99)));
        case 4 -> pieces.set(place, layout(random));
        case 5 -> open.columns.put(key, open.columns.get(keys.get(random.nextInt(keys.size()))));
        case 6 -> open.columns.remove(key);
        case 7 -> open.columns.put(new PiecePack.Key(id(random), random.nextInt(2)), pieces);
        default -> pieces.set(place, flipped(random, piece));
      }
    }
    return open.toBytes();
  }

  private static byte[] flipped(SplittableRandom random, byte[] piece) {
    byte[] changed = piece.clone();
    for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
      int at = random.nextBoolean() ? random.nextInt(Math.min(8, changed.length)) : 0;
      at = random.nextInt(3) == 0 ? random.nextInt(changed.length) : at;
      changed[at] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt());
    }
    return changed;
  }

  /** The head of numbers, or of a dictionary, that says something extreme. */
  private static byte[] layout(SplittableRandom random) {
    long extreme = extreme(random);
    return switch (random.nextInt(4)) {
      case 0 -> new ByteSink().put(0).signed(extreme).toBytes();
      case 1 -> new ByteSink().put(1).signed(extreme).put(random.nextInt(70)).toBytes();
      case 2 -> new ByteSink().put(2).signed(extreme).put(random.nextInt(10)).toBytes();
      default -> new ByteSink().varint(extreme).toBytes();
    };
  }

  private static long extreme(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      case 2 -> -1;
      case 3 -> 65_535;
      case 4 -> 1L << random.nextInt(64);
      default -> random.nextInt(70_000);
    };
  }

  private static int id(SplittableRandom random) {
    List<Column> all = Columns.ALL;
    int pick = random.nextInt(all.size() + 2);
    return pick < all.size() ? all.get(pick).id() : pick == all.size() ? 100 : 999;
  }

  private static byte[] wrongDays(SplittableRandom random, byte[] seed) {
    OpenSegment open = new OpenSegment(seed);
    List<Entry> entries = new ArrayList<>(open.days.entries());
    for (int change = random.nextInt(3); change >= 0 && !entries.isEmpty(); change--) {
      int place = random.nextInt(entries.size());
      Entry one = entries.get(place);
      entries.set(
          place,
          switch (random.nextInt(6)) {
            case 0 -> new Entry(one.site(), one.day(), count(random), one.actions(), 0);
            case 1 -> new Entry(one.site(), one.day(), one.visits(), count(random), 0);
            case 2 -> new Entry(one.site(), one.day(), one.visits(), one.actions(), count(random));
            case 3 -> new Entry(random.nextInt(), random.nextInt(), one.visits(), one.actions(), 0);
            case 4 -> new Entry(one.site(), one.day(), one.actions(), one.visits(), 0);
            default -> one;
          });
      if (random.nextInt(4) == 0) {
        entries.add(place, one);
      } else if (random.nextInt(9) == 0) {
        entries.remove(place);
      }
    }
    open.days = new SegmentDays(entries);
    return open.toBytes();
  }

  private static int count(SplittableRandom random) {
    return random.nextInt(40) == 0
        ? random.nextInt(MOST_ROWS + 9)
        : random.nextInt(1 << random.nextInt(12));
  }

  private static byte[] wrongHead(SplittableRandom random, byte[] seed) {
    byte[] bad = seed.clone();
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = 8 + random.nextInt(Math.min(bad.length - 12, 400));
      switch (random.nextInt(4)) {
        case 0 -> bad[at] = (byte) random.nextInt();
        case 1 -> bad[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> {
          byte[] number = new ByteSink().varint(extreme(random) >>> random.nextInt(45)).toBytes();
          System.arraycopy(number, 0, bad, at, Math.min(number.length, bad.length - at));
        }
        default -> {
          byte swap = bad[at];
          bad[at] = bad[at - 1];
          bad[at - 1] = swap;
        }
      }
    }
    return DamageTest.sealed(bad);
  }

  private static String shown(byte[] bytes) {
    return bytes.length > 20_000 ? "" : HexFormat.of().formatHex(bytes);
  }
}
