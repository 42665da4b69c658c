package org.footfall.visitlog.parquet;

/** What the values of a column are, in Parquet's words. */
enum Kind {
  /** A whole number of 64 bits. */
  NUMBER(2, 8, -1, 0),

  /** Days since 1970-01-01. */
  DAY(1, 4, 6, 6),

  /** Microseconds since 1970-01-01 in UTC. */
  MOMENT(2, 8, 10, 8),

  /** UTF-8. */
  TEXT(6, 0, 0, 1);

  private final int physical;
  private final int width;
  private final int converted;
  private final int logical;

  /**
   * @param converted the older statement of what a value means, which some readers go by
   * @param logical the number of the newer statement; 0 for a plain number, which needs none
   */
  Kind(int physical, int width, int converted, int logical) {
    this.physical = physical;
    this.width = width;
    this.converted = converted;
    this.logical = logical;
  }

  /** The physical type: 1 INT32, 2 INT64, 6 BYTE_ARRAY. */
  int physical() {
    return physical;
  }

  /** Bytes of a number; 0 for a text. */
  int width() {
    return width;
  }

  /** The line of the schema. */
  Thrift schema(String name, boolean optional) {
    Thrift element = new Thrift().i32(1, physical).i32(3, optional ? 1 : 0).text(4, name);
    if (logical > 0) {
      element.i32(6, converted).struct(10, new Thrift().struct(logical, details()));
    }
    return element;
  }

  private Thrift details() {
    boolean moment = this == MOMENT;
    return moment
        ? new Thrift().flag(1, true).struct(2, new Thrift().struct(2, new Thrift()))
        : new Thrift();
  }
}
