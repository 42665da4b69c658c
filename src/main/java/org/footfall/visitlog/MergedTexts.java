package org.footfall.visitlog;

import java.util.Arrays;
import java.util.List;
import org.footfall.visitlog.Segment.Texts;

/**
 * A text column of a table made of several segments: codes of their dictionaries become codes of
 * the table, one for each distinct text, in the order of first use. Texts are compared by keyed
 * hash and bytes; a {@link String} is made only of those that somebody looks at.
 */
final class MergedTexts implements TextColumn {
  private final Numbers codes;
  private final Dictionary[] dictionaries;
  private final int[] entries;
  private final String[] values;

  private MergedTexts(Numbers codes, Dictionary[] dictionaries, int[] entries) {
    this.codes = codes;
    this.dictionaries = dictionaries;
    this.entries = entries;
    this.values = new String[entries.length];
  }

  static MergedTexts of(Column column, MergedRows rows) {
    List<Segment> segments = rows.segments();
    Texts[] texts = new Texts[segments.size()];
    int[][] known = new int[texts.length][];
    Distinct distinct = new Distinct();
    long[] codes = new long[rows.size()];
    for (int i = 0; i < codes.length; i++) {
      int segment = rows.segment(column, i);
      if (texts[segment] == null) {
        texts[segment] = segments.get(segment).texts(column);
        known[segment] = new int[texts[segment].dictionary().size()];
      }
      int stored = (int) texts[segment].codes().get(rows.row(column, i));
      int code = known[segment][stored];
      if (code == 0) {
        code = distinct.add(texts[segment].dictionary(), stored) + 1;
        known[segment][stored] = code;
      }
      codes[i] = code - 1L;
    }
    return distinct.column(Numbers.of(codes));
  }

  /** The column that has in each row what this one has in another; −1 stands for empty. */
  MergedTexts pick(int[] rows) {
    Distinct distinct = new Distinct();
    Dictionary none = Dictionary.of(List.of(), new TextHash(0, 0));
    int[] known = new int[entries.length + 1];
    long[] picked = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int old = rows[i] < 0 ? 0 : code(rows[i]) + 1;
      if (known[old] == 0) {
        known[old] =
            1
                + (old == 0
                    ? distinct.addEmpty(none)
                    : distinct.add(dictionaries[old - 1], entries[old - 1]));
      }
      picked[i] = known[old] - 1L;
    }
    return distinct.column(Numbers.of(picked));
  }

  @Override
  public String get(int row) {
    return value(code(row));
  }

  @Override
  public int code(int row) {
    return (int) codes.get(row);
  }

  @Override
  public int codes() {
    return entries.length;
  }

  /** Two threads may both make the same text; either will do. */
  @Override
  public String value(int code) {
    String value = values[code];
    if (value == null) {
      value = dictionaries[code].text(entries[code]);
      values[code] = value;
    }
    return value;
  }

  /** A hash table of the texts met so far. */
  private static final class Distinct {
    private Dictionary[] dictionaries = new Dictionary[64];
    private int[] entries = new int[64];
    private int[] slots = new int[256];
    private int size;
    private int empty = -1;

    int addEmpty(Dictionary dictionary) {
      if (empty < 0) {
        empty = append(dictionary, 0);
      }
      return empty;
    }

    int add(Dictionary dictionary, int entry) {
      if (dictionary.isEmpty(entry)) {
        return addEmpty(dictionary);
      }
      int slot = slot(dictionary.hash(entry));
      while (slots[slot] != 0) {
        int code = slots[slot] - 1;
        if (dictionaries[code].hash(entries[code]) == dictionary.hash(entry)
            && dictionaries[code].same(entries[code], dictionary, entry)) {
          return code;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      int code = append(dictionary, entry);
      slots[slot] = code + 1;
      if (size * 2 > slots.length) {
        grow();
      }
      return code;
    }

    private int append(Dictionary dictionary, int entry) {
      if (size == entries.length) {
        dictionaries = Arrays.copyOf(dictionaries, size * 2);
        entries = Arrays.copyOf(entries, size * 2);
      }
      dictionaries[size] = dictionary;
      entries[size] = entry;
      return size++;
    }

    private void grow() {
      slots = new int[slots.length * 2];
      for (int code = 0; code < size; code++) {
        if (code != empty) {
          int slot = slot(dictionaries[code].hash(entries[code]));
          while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
          }
          slots[slot] = code + 1;
        }
      }
    }

    private int slot(long hash) {
      return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    }

    MergedTexts column(Numbers codes) {
      return new MergedTexts(
          codes, Arrays.copyOf(dictionaries, size), Arrays.copyOf(entries, size));
    }
  }
}
