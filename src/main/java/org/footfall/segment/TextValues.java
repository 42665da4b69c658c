package org.footfall.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.footfall.codec.TextList;
import org.footfall.segment.Operator.Match;
import org.footfall.visitlog.Column;
import org.footfall.visitlog.Columns;
import org.footfall.visitlog.LogTable;
import org.footfall.visitlog.NumberColumn;
import org.footfall.visitlog.TextColumn;

/**
 * A text column, or what its texts stand for. Each distinct text is looked at once a table.
 *
 * @param meaning what is compared of a stored text, also of an absent one
 * @param kind what the texts are, which decides how a value is read
 */
record TextValues(Column column, UnaryOperator<String> meaning, Kind kind) implements Values {
  private static final String WWW = "www.";
  private static final Map<Column, Column> PREFIXES =
      Map.of(
          Columns.URL,
          Columns.URL_PREFIX,
          Columns.ENTRY_URL,
          Columns.ENTRY_URL_PREFIX,
          Columns.EXIT_URL,
          Columns.EXIT_URL_PREFIX);
  private static final String[] PROTOCOLS = {"http://", "http://www.", "https://", "https://www."};
  private static final int NO_PREFIX = PROTOCOLS.length;

  /** How a value was written. */
  enum Kind {
    PLAIN,
    /** Reports escape titles for HTML and once more for the segment. */
    TITLE,
    /** The log has addresses without protocol and {@code www.}; so must the value be. */
    ADDRESS
  }

  static TextValues of(Column column) {
    return new TextValues(column, UnaryOperator.identity(), Kind.PLAIN);
  }

  /**
   * @param absent the word by which reports and clients call an absent value
   */
  static TextValues of(Column column, String absent) {
    return new TextValues(column, text -> text.isEmpty() ? absent : text, Kind.PLAIN);
  }

  static TextValues titles(Column column) {
    return new TextValues(column, UnaryOperator.identity(), Kind.TITLE);
  }

  static TextValues addresses(Column column) {
    return new TextValues(column, UnaryOperator.identity(), Kind.ADDRESS);
  }

  @Override
  public Set<Column> columns() {
    return Set.of(column);
  }

  @Override
  public String meant(String value) {
    return switch (kind) {
      case PLAIN -> value;
      case TITLE -> unwrap(value, false);
      case ADDRESS -> unwrap(value, true);
    };
  }

  /** Until nothing changes, so that a value that was read once reads the same again. */
  private static String unwrap(String value, boolean address) {
    String now = value;
    String before;
    do {
      before = now;
      if (Escapes.looksEncoded(now) && (!address || hasEncodedProtocol(now))) {
        now = Escapes.decode(now);
      }
      now = Escapes.unescapeHtml(now);
    } while (now.length() < before.length());
    return now;
  }

  private static boolean hasEncodedProtocol(String value) {
    return Folding.has(value, 0, "http%3a%2f%2f") || Folding.has(value, 0, "https%3a%2f%2f");
  }

  @Override
  public Test test(Match match, String value) {
    if (match == Match.PRESENT) {
      return (table, clock) -> rows(table.text(column), text -> !text.isEmpty());
    }
    Predicate<String> agrees = TextTest.of(match, kind == Kind.ADDRESS ? stored(value) : value);
    if (kind != Kind.PLAIN && agrees instanceof TextTest.Contains contains) {
      return (table, clock) -> found(table.text(column), contains);
    }
    return (table, clock) ->
        rows(
            table.text(column),
            text -> {
              String meant = meaning.apply(text);
              return !meant.isEmpty() && agrees.test(meant);
            });
  }

  /**
   * An address without protocol and {@code www.}, so that nothing but a protocol begins every
   * address. {@code www.} alone may well be looked for elsewhere.
   */
  private static String stored(String address) {
    int start = 0;
    for (String prefix : new String[] {"http://", "https://"}) {
      if (Folding.has(address, 0, prefix)) {
        start = prefix.length();
      }
    }
    boolean www = Folding.has(address, start, WWW);
    if (www && (start > 0 || address.length() > WWW.length())) {
      start += WWW.length();
    }
    return address.substring(start);
  }

  @Override
  public Set<Column> spelledColumns() {
    return PREFIXES.containsKey(column) ? Set.of(column, PREFIXES.get(column)) : columns();
  }

  /** Absent texts are not told, though some have a word for them; addresses are told whole. */
  @Override
  public Spelling spelling(LogTable table, SiteClock clock) {
    TextColumn texts = table.text(column);
    Column prefix = PREFIXES.get(column);
    NumberColumn prefixes = prefix == null ? row -> NO_PREFIX : table.number(prefix);
    Map<Integer, String> known = new HashMap<>();
    return (row, taker) -> {
      String spelled = known.computeIfAbsent(texts.code(row), code -> spelled(texts.value(code)));
      if (!spelled.isEmpty()) {
        long before = prefixes.get(row);
        taker.accept(before < NO_PREFIX ? PROTOCOLS[(int) before] + spelled : spelled);
      }
    };
  }

  private String spelled(String text) {
    return text.isEmpty() ? "" : meaning.apply(text);
  }

  private static IntPredicate rows(TextColumn texts, Predicate<String> test) {
    byte[] known = new byte[texts.codes()];
    return row -> {
      int code = texts.code(row);
      if (known[code] == 0) {
        known[code] = (byte) (test.test(texts.value(code)) ? 1 : -1);
      }
      return known[code] > 0;
    };
  }

  /** What is meant by these texts are they themselves, so mostly their bytes will do. */
  private static IntPredicate found(TextColumn texts, TextTest.Contains contains) {
    TextList list = texts.texts();
    byte[] known = new byte[list.size()];
    return row -> {
      int code = texts.code(row);
      if (known[code] == 0) {
        int found = contains.find(list.bytes(), list.start(code), list.end(code));
        boolean has = found < 0 ? contains.test(texts.value(code)) : found > 0;
        known[code] = (byte) (has ? 1 : -1);
      }
      return known[code] > 0;
    };
  }
}
