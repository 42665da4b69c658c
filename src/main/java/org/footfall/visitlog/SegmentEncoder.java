package org.footfall.visitlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.footfall.codec.ByteSink;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.PiecePack;
import org.footfall.codec.Pieces;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Expect.Rule;
import org.footfall.visitlog.Column.Group;
import org.footfall.visitlog.Column.Life;
import org.footfall.visitlog.Column.Table;

/** Turns sorted rows into the bytes of a segment; {@link SegmentFormat} has the layout. */
final class SegmentEncoder {
  /** Of fewer rows all groups of columns are stored as one part. */
  static final int ROWS_APART = 2_000;

  private static final int ALL_GROUPS = Stream.of(Group.values()).mapToInt(Group::bit).sum();

  private final SegmentRows visits;
  private final SegmentRows actions;
  private final Map<Column, long[]> done = new HashMap<>();
  private final Map<Column, List<String>> texts = new HashMap<>();
  private final Map<Column, Map<String, Integer>> dictionaries = new HashMap<>();
  private final Map<PiecePack.Key, Pieces> entries = new LinkedHashMap<>();
  private final Guess guess;
  private long dictionaryBytes;

  private SegmentEncoder(SegmentDays days, SegmentRows visits, SegmentRows actions) {
    this.visits = visits;
    this.actions = actions;
    this.guess =
        new Guess(
            days,
            column -> {
              long[] values = done.get(column);
              return values == null ? row -> 0 : row -> values[row];
            });
  }

  /** A stored part: which groups it holds, and its bytes. */
  record Part(int groups, byte[] bytes) {}

  /**
   * A segment's parts.
   *
   * @param unpacked what a reader has in memory of it at most, before values are decoded
   */
  record Encoded(List<Part> parts, long unpacked) {
    /** Texts alike shrink to almost nothing; what they unpack to must be within readers' limits. */
    private static final int MAX_UNPACKED_BYTES = 1 << 25;

    /** Whether it must not be stored like this. */
    boolean isTooBig(int maxPartBytes) {
      return unpacked > MAX_UNPACKED_BYTES
          || parts.stream().anyMatch(part -> part.bytes().length > maxPartBytes);
    }
  }

  /**
   * Encodes all columns. Of a batch all groups become one part, of other levels that only while the
   * rows are few.
   *
   * @param level see {@link SegmentRef}
   */
  static Encoded encode(
      int level,
      int shard,
      long version,
      SegmentDays days,
      SegmentRows visits,
      SegmentRows actions) {
    SegmentEncoder encoder = new SegmentEncoder(days, visits, actions);
    encoder.encodeColumns();
    boolean many = level != SegmentRef.BATCH && visits.size() + actions.size() >= ROWS_APART;
    PiecePack.Effort effort =
        level == SegmentRef.SEALED ? PiecePack.Effort.THOROUGH : PiecePack.Effort.QUICK;
    Map<Integer, Map<PiecePack.Key, Pieces>> parts = new TreeMap<>();
    for (Group group : Group.values()) {
      parts.put(many ? group.bit() : ALL_GROUPS, new LinkedHashMap<>());
    }
    encoder.entries.forEach(
        (key, pieces) ->
            parts
                .get(many ? Columns.byId(key.column()).group().bit() : ALL_GROUPS)
                .put(key, pieces));
    List<Part> encoded = new ArrayList<>();
    parts.forEach(
        (groups, columns) ->
            encoded.add(
                new Part(
                    groups, SegmentFormat.write(groups, shard, version, days, columns, effort))));
    return new Encoded(encoded, encoder.unpacked());
  }

  private long unpacked() {
    long sum = dictionaryBytes;
    for (Pieces pieces : entries.values()) {
      sum += pieces.size();
    }
    return sum;
  }

  private void encodeColumns() {
    long[] grown = new long[visits.size()];
    Arrays.setAll(grown, row -> visits.isGrown(row) ? 1 : 0);
    if (Arrays.stream(grown).anyMatch(value -> value != 0)) {
      encodeNumbers(Columns.GROWN, grown);
    }
    for (Column column : Columns.ALL) {
      SegmentRows rows = rows(column);
      if (column.coding() == Coding.DERIVED || !rows.holds(column)) {
        continue;
      }
      switch (column.type()) {
        case NUMBER -> encodeNumbers(column, rows.numbers(column));
        case TEXT -> encodeTexts(column, texts(column));
        case BYTES -> encodeBytes(column, rows.bytes(column));
      }
    }
  }

  /** The column's texts in the order of the rows. */
  private List<String> texts(Column column) {
    return texts.computeIfAbsent(column, wanted -> rows(wanted).texts(wanted));
  }

  private SegmentRows rows(Column column) {
    return column.table() == Table.VISIT ? visits : actions;
  }

  private void encodeNumbers(Column column, long[] values) {
    done.put(column, values);
    if (Arrays.stream(values).anyMatch(value -> value != 0)) {
      NumberCoding.encode(surprises(column, values, false), values(column));
    }
  }

  private void encodeTexts(Column column, List<String> texts) {
    if (texts.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (column.coding() == Coding.RAW) {
      TextCoding.encodeRandom(texts, values(column));
      return;
    }
    Map<String, Integer> codes = dictionary(Columns.dictionaryOf(column));
    long[] values = new long[texts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codes.get(texts.get(i));
    }
    done.put(column, values);
    Pieces to = values(column);
    if (column.expect().rule() == Rule.COMPANION) {
      Column of = column.expect().of();
      NumberColumn others = numbersOf(of);
      int ofCodes = dictionaries.containsKey(of) ? dictionaries.get(of).size() : 1;
      long[] defaults = TextCoding.defaults(values, others, ofCodes);
      TextCoding.encodeDefaults(defaults, to);
      long[] exceptions = new long[values.length];
      for (int i = 0; i < values.length; i++) {
        exceptions[i] = values[i] == defaults[(int) others.get(i)] ? 0 : values[i] + 1;
      }
      NumberCoding.encode(exceptions, to);
    } else {
      NumberCoding.encode(surprises(column, values, true), to);
    }
  }

  private NumberColumn numbersOf(Column column) {
    long[] values = done.get(column);
    return values == null ? row -> 0 : row -> values[row];
  }

  /** What is stored: the values themselves, or how they differ from the guess. */
  private long[] surprises(Column column, long[] values, boolean texts) {
    boolean guesses = Guess.guesses(column);
    boolean wholeOnly = column.table() == Table.VISIT && isWholeOnly(column);
    Guess.Rows expected = guess.rows(column);
    long[] stored = new long[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      if (wholeOnly && visits.isGrown(row)) {
        continue;
      }
      long value = values[row];
      if (guesses) {
        long hope = expected.expected(row, values);
        value = texts ? (value == hope ? 0 : value + 1) : ByteSink.zigzag(value - hope);
      }
      stored[count++] = value;
    }
    return count == stored.length ? stored : Arrays.copyOf(stored, count);
  }

  static boolean isWholeOnly(Column column) {
    return column.table() == Table.VISIT
        && column.life() == Life.FIXED
        && !column.equals(Columns.VISIT_ID);
  }

  private void encodeBytes(Column column, List<byte[]> values) {
    List<byte[]> whole = new ArrayList<>();
    for (int row = 0; row < values.size(); row++) {
      if (!isWholeOnly(column) || !visits.isGrown(row)) {
        whole.add(values.get(row));
      }
    }
    if (whole.stream().anyMatch(value -> value.length > 0)) {
      ByteStrings.encode(whole, values(column));
    }
  }

  private Pieces values(Column column) {
    return entries.computeIfAbsent(
        new PiecePack.Key(column.id(), SegmentFormat.VALUES), key -> new Pieces());
  }

  /** The codes of all texts in the columns that share this one's dictionary. */
  private Map<String, Integer> dictionary(Column owner) {
    Map<String, Integer> known = dictionaries.get(owner);
    if (known != null) {
      return known;
    }
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (Column column : Columns.ALL) {
      if (column.type() == Column.Type.TEXT && Columns.dictionaryOf(column).equals(owner)) {
        for (String text : texts(column)) {
          codes.put(text, 0);
        }
      }
    }
    codes.remove("");
    List<String> order = new ArrayList<>(codes.keySet());
    if (owner.expect().rule() == Rule.COMPANION) {
      Map<String, Integer> need = firstNeed(owner);
      order.sort(Comparator.comparingInt(text -> need.getOrDefault(text, Integer.MAX_VALUE)));
    } else {
      order.sort(Comparator.naturalOrder());
    }
    codes.put("", 0);
    List<byte[]> bytes = new ArrayList<>(order.size());
    for (String text : order) {
      codes.put(text, bytes.size() + 1);
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      bytes.add(utf8);
      dictionaryBytes += utf8.length;
    }
    dictionaries.put(owner, codes);
    Pieces to = new Pieces();
    Dictionary.encode(bytes, to);
    entries.put(new PiecePack.Key(owner.id(), SegmentFormat.TEXTS), to);
    return codes;
  }

  /** The lowest code of the other column for which a text is the default. */
  private Map<String, Integer> firstNeed(Column owner) {
    NumberColumn of = numbersOf(owner.expect().of());
    List<String> texts = texts(owner);
    Map<Integer, String> defaults = new HashMap<>();
    for (int row = 0; row < texts.size(); row++) {
      defaults.putIfAbsent((int) of.get(row), texts.get(row));
    }
    Map<String, Integer> need = new HashMap<>();
    defaults.forEach((code, text) -> need.merge(text, code, Math::min));
    return need;
  }
}
