package org.footfall.visitlog;

import org.footfall.codec.Numbers;
import org.footfall.codec.TextList;

/**
 * A text column as codes into a list of distinct texts, of which the first is the empty one. A
 * {@link String} is made only of those that somebody looks at.
 */
final class CodedTexts implements TextColumn {
  private final Numbers codes;
  private final TextList texts;
  private final String[] values;

  CodedTexts(Numbers codes, TextList texts) {
    this(codes, texts, new String[texts.size()]);
  }

  private CodedTexts(Numbers codes, TextList texts, String[] values) {
    this.codes = codes;
    this.texts = texts;
    this.values = values;
  }

  /** Other codes of the same texts. */
  CodedTexts with(Numbers others) {
    return new CodedTexts(others, texts, values);
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
    return texts.size();
  }

  /** Two threads may both make the same text; either will do. */
  @Override
  public String value(int code) {
    String value = values[code];
    if (value == null) {
      value = texts.get(code);
      values[code] = value;
    }
    return value;
  }

  @Override
  public TextList texts() {
    return texts;
  }
}
