package org.footfall.config;

/**
 * Something in the configuration that cannot stand.
 *
 * @param file as it was named
 * @param line counted from 1; 0 when the whole file is meant
 * @param text one sentence
 */
public record Problem(String file, int line, String text) {
  /** {@code FILE:LINE: text}, as compilers write it, so that editors find the place. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + text : file + ": " + text;
  }
}
