package org.footfall.visitlog;

/**
 * One column of the log. All columns are declared in {@link Columns}.
 *
 * @param id number in the stored format; never reused
 * @param name as shown by {@code footfall log} and exports
 * @param table what it is a column of
 * @param type how values look in memory
 * @param coding how values are laid out before compression
 * @param group which of a segment's rows holds it
 * @param privacy what it says about a person
 * @param segment Matomo's segment name, or empty
 */
public record Column(
    int id,
    String name,
    Table table,
    Type type,
    Coding coding,
    Group group,
    Privacy privacy,
    String segment) {

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

  /** The layouts of the codec. */
  public enum Coding {
    DELTA,
    PACKED,
    DICTIONARY,
    RAW
  }

  /** Which reports need it. */
  public enum Group {
    CORE,
    DETAIL,
    RARE
  }

  /** What it says about a person. */
  public enum Privacy {
    NONE,
    PSEUDONYM,
    PERSONAL
  }
}
