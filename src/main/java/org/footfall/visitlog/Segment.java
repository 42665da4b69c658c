package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.footfall.codec.ByteSink;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.Numbers;
import org.footfall.codec.PiecePack;
import org.footfall.codec.PieceSource;
import org.footfall.codec.TextHash;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Expect.Rule;
import org.footfall.visitlog.Column.Group;

/**
 * A stored segment: its parts as bytes, and the columns of it that somebody asked for, decoded. A
 * column is decoded once and kept with the segment. Safe for several threads.
 */
final class Segment {
  /** The texts of a column: a code for each row, and the dictionary that the codes are of. */
  record Texts(Numbers codes, Dictionary dictionary) {}

  private final SegmentName name;
  private final List<SegmentFormat.Part> parts;
  private final SegmentDays days;
  private final TextHash hash;
  private final Map<Column, Object> decoded = new ConcurrentHashMap<>();
  private final Map<Column, Dictionary> dictionaries = new ConcurrentHashMap<>();
  private final AtomicLong weight = new AtomicLong();
  private final int groups;
  private volatile Guess guess;
  private volatile boolean keepsTexts = true;

  /**
   * @throws DamagedSegmentException if a part is not as it was written
   */
  Segment(SegmentName name, List<byte[]> blobs, TextHash hash) {
    this(name, List.of(), blobs, hash);
  }

  private Segment(
      SegmentName name, List<SegmentFormat.Part> known, List<byte[]> blobs, TextHash hash) {
    this.name = name;
    this.hash = hash;
    List<SegmentFormat.Part> read = new ArrayList<>(known);
    int covered = known.stream().mapToInt(SegmentFormat.Part::groups).sum();
    for (byte[] blob : blobs) {
      SegmentFormat.Part part = SegmentFormat.read(name, blob);
      if (part.version() != name.version()
          || part.shard() != name.shard()
          || (covered & part.groups()) != 0
          || (!read.isEmpty() && !part.days().equals(read.get(0).days()))) {
        throw name.of("it holds a part that is not its own");
      }
      covered |= part.groups();
      read.add(part);
      weight.addAndGet(part.columns().weight());
    }
    if ((covered & Group.CORE.bit()) == 0) {
      throw name.of("its core part is missing");
    }
    this.parts = List.copyOf(read);
    this.days = read.get(0).days();
    this.groups = covered;
  }

  /**
   * The same with more parts, and with what was decoded so far.
   *
   * @throws DamagedSegmentException if a part is not as it was written
   */
  Segment with(List<byte[]> more) {
    Segment both = new Segment(name, parts, more, hash);
    both.keepsTexts = keepsTexts;
    both.decoded.putAll(decoded);
    both.dictionaries.putAll(dictionaries);
    both.weight.addAndGet(weight.get());
    return both;
  }

  /** Whether all its rows are of one site and day, and tell visits whole. */
  boolean isWhole(int site, int day) {
    return days.entries().size() == 1
        && days.entries().get(0).site() == site
        && days.entries().get(0).day() == day
        && pieces(Columns.GROWN, SegmentFormat.VALUES) == null;
  }

  /** From now on texts are decoded anew whenever they are asked for: slower, and in less memory. */
  void keepNoTexts() {
    keepsTexts = false;
  }

  SegmentDays days() {
    return days;
  }

  SegmentName name() {
    return name;
  }

  /** The groups that are here, as a set of bits. */
  int groups() {
    return groups;
  }

  /** Whether all groups of a set of bits are here. */
  boolean covers(int asked) {
    return (groups & asked) == asked;
  }

  /** Whether any row has something in a column, which must be of a group that is here. */
  boolean holds(Column column) {
    return pieces(column, SegmentFormat.VALUES) != null;
  }

  /** Bytes in memory by now, roughly. */
  int weight() {
    return (int) Math.min(Integer.MAX_VALUE, weight.get());
  }

  /** Whether a visit's row only tells how the visit grew. */
  boolean isGrown(int row) {
    return numbers(Columns.GROWN).get(row) != 0;
  }

  Numbers numbers(Column column) {
    return (Numbers) decoded(column);
  }

  Texts texts(Column column) {
    return (Texts) decoded(column);
  }

  ByteStrings bytes(Column column) {
    return (ByteStrings) decoded(column);
  }

  private Object decoded(Column column) {
    Object known = decoded.get(column);
    return known == null ? decode(column) : known;
  }

  /** One thread at a time: who comes second finds it done. */
  private synchronized Object decode(Column column) {
    Object known = decoded.get(column);
    if (known != null) {
      return known;
    }
    switch (column.type()) {
      case NUMBER -> {
        Numbers numbers = decodeNumbers(column);
        weight.addAndGet(numbers.weight());
        known = numbers;
      }
      case TEXT -> {
        Texts texts = decodeTexts(column);
        weight.addAndGet(texts.codes.weight());
        known = texts;
      }
      default -> {
        ByteStrings bytes = decodeBytes(column);
        weight.addAndGet(bytes.weight());
        known = bytes;
      }
    }
    if (keepsTexts || column.type() != Column.Type.TEXT) {
      decoded.put(column, known);
    }
    return known;
  }

  private NumberColumn guessed(Column column) {
    return column.type() == Column.Type.TEXT ? texts(column).codes::get : numbers(column)::get;
  }

  private Numbers decodeNumbers(Column column) {
    int rows = days.rows(column.table());
    PieceSource from = pieces(column, SegmentFormat.VALUES);
    if (from == null) {
      return Numbers.constant(rows, 0);
    }
    if (!Guess.guesses(column) && storedRows(column) == rows) {
      return NumberCoding.read(from, rows);
    }
    return Numbers.of(undoGuesses(column, decodeStored(column, from), false));
  }

  private Texts decodeTexts(Column column) {
    int rows = days.rows(column.table());
    PieceSource from = pieces(column, SegmentFormat.VALUES);
    if (column.coding() == Coding.RAW) {
      if (from == null) {
        return new Texts(Numbers.constant(rows, 0), Dictionary.of(List.of(), hash));
      }
      Dictionary texts = TextCoding.decodeRandom(from, rows, hash);
      weight.addAndGet(texts.weight());
      long[] codes = new long[rows];
      for (int i = 0; i < rows; i++) {
        codes[i] = texts.isEmpty(i + 1) ? 0 : i + 1L;
      }
      return new Texts(Numbers.of(codes), texts);
    }
    Dictionary dictionary = dictionary(Columns.dictionaryOf(column));
    if (from == null) {
      return new Texts(Numbers.constant(rows, 0), dictionary);
    }
    long[] codes;
    if (column.expect().rule() == Rule.COMPANION) {
      Texts of = texts(column.expect().of());
      long[] defaults = TextCoding.decodeDefaults(from, of.dictionary.size());
      codes = NumberCoding.decode(from, rows);
      for (int i = 0; i < rows; i++) {
        codes[i] = codes[i] == 0 ? defaults[(int) of.codes.get(i)] : codes[i] - 1;
      }
    } else {
      codes = undoGuesses(column, decodeStored(column, from), true);
    }
    for (long code : codes) {
      if (code < 0 || code >= dictionary.size()) {
        throw name.of(column + " has a text that is not there");
      }
    }
    return new Texts(Numbers.of(codes), dictionary);
  }

  private ByteStrings decodeBytes(Column column) {
    int rows = days.rows(column.table());
    PieceSource from = pieces(column, SegmentFormat.VALUES);
    List<byte[]> values = new ArrayList<>(rows);
    ByteStrings stored = from == null ? null : ByteStrings.decode(from, storedRows(column));
    int next = 0;
    for (int row = 0; row < rows; row++) {
      values.add(stored == null || isLeftOut(column, row) ? new byte[0] : stored.get(next++));
    }
    return ByteStrings.of(values);
  }

  private int storedRows(Column column) {
    int rows = days.rows(column.table());
    boolean all =
        !SegmentEncoder.isWholeOnly(column) || pieces(Columns.GROWN, SegmentFormat.VALUES) == null;
    if (all) {
      return rows;
    }
    int stored = 0;
    for (int row = 0; row < rows; row++) {
      stored += isLeftOut(column, row) ? 0 : 1;
    }
    return stored;
  }

  private boolean isLeftOut(Column column, int row) {
    return SegmentEncoder.isWholeOnly(column) && isGrown(row);
  }

  private long[] decodeStored(Column column, PieceSource from) {
    return NumberCoding.decode(from, storedRows(column));
  }

  private long[] undoGuesses(Column column, long[] stored, boolean texts) {
    boolean guesses = Guess.guesses(column);
    int rows = days.rows(column.table());
    if (!guesses && stored.length == rows) {
      return stored;
    }
    Guess guess = guesser();
    if (stored.length == rows) {
      guess.undo(column, stored, texts);
      return stored;
    }
    Guess.Rows expected = guess.rows(column);
    long[] values = new long[rows];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      if (stored.length < rows && isLeftOut(column, row)) {
        continue;
      }
      long value = stored[next++];
      if (guesses) {
        long hope = expected.expected(row, values);
        value = texts ? (value == 0 ? hope : value - 1) : ByteSink.unzigzag(value) + hope;
      }
      values[row] = value;
    }
    return values;
  }

  /** One for all columns, since it finds out once which actions are a visit's. */
  private Guess guesser() {
    Guess known = guess;
    if (known == null) {
      known = new Guess(days, this::guessed);
      guess = known;
    }
    return known;
  }

  private Dictionary dictionary(Column owner) {
    Dictionary known = dictionaries.get(owner);
    if (known == null) {
      PieceSource from = pieces(owner, SegmentFormat.TEXTS);
      known = from == null ? Dictionary.of(List.of(), hash) : Dictionary.decode(from, hash);
      weight.addAndGet(known.weight());
      if (keepsTexts) {
        dictionaries.put(owner, known);
      }
    }
    return known;
  }

  /** The pieces of a column in order, or null when the segment has none. */
  private PieceSource pieces(Column column, int kind) {
    PiecePack.Key key = new PiecePack.Key(column.id(), kind);
    for (SegmentFormat.Part part : parts) {
      PieceSource found = part.columns().pieces(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
