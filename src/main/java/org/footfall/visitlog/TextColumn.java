package org.footfall.visitlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.footfall.codec.TextList;

/**
 * The texts of one column of a {@link LogTable}. Rows with equal texts have equal codes, so that
 * counting and matching work on small numbers and touch each distinct text once.
 */
public interface TextColumn {
  /** The text in a row, empty where it is absent. */
  String get(int row);

  /** A number from 0 to {@link #codes()} − 1 that stands for the text in a row. */
  int code(int row);

  /** How many codes there are; some may stand in no row. */
  int codes();

  /** The text of a code. */
  String value(int code);

  /** All texts by code, as bytes. */
  default TextList texts() {
    List<byte[]> texts = new ArrayList<>(codes());
    for (int code = 0; code < codes(); code++) {
      texts.add(value(code).getBytes(StandardCharsets.UTF_8));
    }
    return TextList.of(texts);
  }
}
