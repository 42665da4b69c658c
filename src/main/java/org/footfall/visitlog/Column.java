package org.footfall.visitlog;

/**
 * One column of the log. All columns are declared in {@link Columns}.
 *
 * @param id number in the stored format; never reused
 * @param name as shown by {@code footfall log} and exports; unique within its table
 * @param table what it is a column of
 * @param type how values look in memory
 * @param coding how values are laid out before compression
 * @param group which part of a segment holds it
 * @param privacy what it says about a person
 * @param life whether a visit's later rows may change it
 * @param segment Matomo's segment name, or empty
 * @param expect what its value mostly is, so that only exceptions cost bytes
 */
public record Column(
    int id,
    String name,
    Table table,
    Type type,
    Coding coding,
    Group group,
    Privacy privacy,
    Life life,
    String segment,
    Expect expect) {

  /** The log's three tables. */
  public enum Table {
    VISIT,
    ACTION,
    CONVERSION
  }

  /** Whole numbers (absent = 0), texts (absent = ""), or short byte strings (absent = empty). */
  public enum Type {
    NUMBER,
    TEXT,
    BYTES
  }

  /**
   * The layouts of the codec. {@code DELTA}: difference to the row before. {@code PACKED}: as few
   * bits or bytes as the range needs. {@code DICTIONARY}: a number for each distinct text. {@code
   * RAW}: each value by itself, for what is random. {@code DERIVED}: not stored, made by the
   * reader.
   */
  public enum Coding {
    DELTA,
    PACKED,
    DICTIONARY,
    RAW,
    DERIVED
  }

  /** Which reports need it. */
  public enum Group {
    CORE(1),
    DETAIL(2),
    RARE(4),
    /** What searches, events and contents tell. */
    OTHER_ACTION(8),
    TIMING(16),
    /** Custom dimensions and variables. */
    CUSTOM(32),
    /** Conversions, and what a shop tells. */
    GOALS(64);

    private final int bit;

    Group(int bit) {
      this.bit = bit;
    }

    /** The group in a stored set of groups. */
    int bit() {
      return bit;
    }
  }

  /** What it says about a person. */
  public enum Privacy {
    NONE,
    PSEUDONYM,
    PERSONAL
  }

  /**
   * {@code GROWING} columns change with every hit of a visit; {@code FIXED} ones rarely do, and so
   * may be left out of the rows that only tell how a visit grew.
   */
  public enum Life {
    FIXED,
    GROWING
  }

  /** A rule that guesses a value from others of the same segment; a right guess costs nothing. */
  record Expect(Rule rule, Column of) {
    static final Expect NOTHING = new Expect(Rule.NOTHING, null);

    enum Rule {
      NOTHING,
      /** The same row's value of the other column. */
      COLUMN,
      /** The seconds of the (UTC) day of the same row's other column. */
      CLOCK,
      /** One more than the row before of the same visit; 0 for its first row here. */
      STEP,
      /** How much the other column grew since the row before of the same visit. */
      GROWTH,
      /** The visit id of the next visit that has actions here. */
      NEXT_VISIT,
      /** The other column in the visit's first action here. */
      FIRST_ACTION,
      /** The other column in the visit's last action here. */
      LAST_ACTION,
      /** The text that this column had where the other one first had the same text. */
      COMPANION,
      /** This column in the last row before in which the other one had the same text. */
      ALIKE
    }
  }

  Column coded(Coding other) {
    return new Column(id, name, table, type, other, group, privacy, life, segment, expect);
  }

  Column says(Privacy other) {
    return new Column(id, name, table, type, coding, group, other, life, segment, expect);
  }

  Column growing() {
    return new Column(id, name, table, type, coding, group, privacy, Life.GROWING, segment, expect);
  }

  Column segment(String other) {
    return new Column(id, name, table, type, coding, group, privacy, life, other, expect);
  }

  Column expect(Expect.Rule rule) {
    return expect(rule, null);
  }

  Column expect(Expect.Rule rule, Column of) {
    Expect other = new Expect(rule, of);
    return new Column(id, name, table, type, coding, group, privacy, life, segment, other);
  }

  @Override
  public String toString() {
    return table + "." + name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column column && column.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }
}
