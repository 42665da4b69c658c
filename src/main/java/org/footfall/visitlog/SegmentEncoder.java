package org.footfall.visitlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.visitlog.Column.Coding;
import org.footfall.visitlog.Column.Expect.Rule;
import org.footfall.visitlog.Column.Group;
import org.footfall.visitlog.Column.Life;
import org.footfall.visitlog.Column.Table;

/** Turns sorted rows into the bytes of a segment; {@link SegmentFormat} has the layout. */
final class SegmentEncoder {
  private final SortedRows visits;
  private final SortedRows actions;
  private final SegmentDays days;
  private final Map<Column, long[]> done = new HashMap<>();
  private final Map<Column, List<String>> texts = new HashMap<>();
  private final Map<Column, Map<String, Integer>> dictionaries = new HashMap<>();
  private final Map<SegmentFormat.Key, Pieces> entries = new LinkedHashMap<>();
  private final Guess guess;
  private long dictionaryBytes;

  private SegmentEncoder(SortedRows visits, SortedRows actions) {
    this.visits = visits;
    this.actions = actions;
    this.days = SortedRows.days(visits, actions);
    this.guess =
        new Guess(
            days,
            column -> {
              long[] values = done.get(column);
              return values == null ? row -> 0 : row -> values[row];
            });
  }

  /**
   * The bytes, and which days they hold.
   *
   * @param unpacked what a reader has in memory of it at most, before values are decoded
   */
  record Encoded(byte[] bytes, int groups, SegmentDays days, long unpacked) {}

  /** Encodes all groups into one part. */
  static Encoded encode(int shard, long version, SortedRows visits, SortedRows actions) {
    SegmentEncoder encoder = new SegmentEncoder(visits, actions);
    encoder.encodeColumns();
    int groups = 0;
    for (Group group : Group.values()) {
      groups |= group.bit();
    }
    byte[] bytes = SegmentFormat.write(groups, shard, version, encoder.days, encoder.entries);
    return new Encoded(bytes, groups, encoder.days, encoder.unpacked());
  }

  private long unpacked() {
    long sum = dictionaryBytes;
    for (Pieces pieces : entries.values()) {
      for (Pieces.Piece piece : pieces.list()) {
        sum += piece.bytes().length;
      }
    }
    return sum;
  }

  private void encodeColumns() {
    long[] grown = visits.grown();
    if (Arrays.stream(grown).anyMatch(value -> value != 0)) {
      encodeNumbers(Columns.GROWN, grown);
    }
    for (Column column : Columns.ALL) {
      SortedRows rows = rows(column);
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

  private SortedRows rows(Column column) {
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
        new SegmentFormat.Key(column.id(), SegmentFormat.Key.VALUES), key -> new Pieces());
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
    entries.put(new SegmentFormat.Key(owner.id(), SegmentFormat.Key.TEXTS), to);
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
