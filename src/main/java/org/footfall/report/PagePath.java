package org.footfall.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.footfall.codec.ByteSink;

/**
 * Where a page stands in the tree of folders: its path cut at the slashes, whatever the host.
 * Folders keep their bare name; the page itself is led by a slash, so that the page {@code /news}
 * and the folder {@code news} are two rows. The rest of a path of more than ten parts stays in one.
 * Names stay encoded.
 *
 * <p>The path of an address without protocol, as {@code example.org/news?id=1#top}, is walked part
 * by part: {@link #begin}, then {@link #next} until {@link #isPage}.
 */
final class PagePath {
  static final String UNKNOWN = "Page URL not defined";
  private static final int DEEPEST = 10;
  private static final String DEFAULT_PAGE = "index";

  private byte[] bytes;
  private int at;
  private int pathEnd;
  private int end;
  private int cuts;
  private int partStart;
  private int partEnd;
  private boolean page;

  /** Whether there is no address at all. */
  private boolean empty;

  /** Whether the path ends with a slash: its page is the folder's default one. */
  private boolean open;

  /** Puts it before the first part of an address. */
  void begin(byte[] text, int start, int textEnd) {
    bytes = text;
    end = textEnd;
    pathEnd = find((byte) '#', start, textEnd);
    int slash = find((byte) '/', start, pathEnd);
    at = Math.min(slash + 1, pathEnd);
    cuts = 1;
    page = false;
    empty = start == textEnd;
    open = pathEnd > start && text[pathEnd - 1] == '/';
  }

  /** Puts it where it was after a part, or before the first. */
  void resume(byte[] text, int start, int textEnd, int place, int cutsDone) {
    begin(text, start, textEnd);
    at = place;
    cuts = cutsDone;
  }

  /** Where the next part begins, and how often was cut: together the way back here. */
  int place() {
    return at;
  }

  int cuts() {
    return cuts;
  }

  /** Goes to the next part. Empty and blank ones are none. */
  void next() {
    while (true) {
      int slash = cuts == DEEPEST ? pathEnd : find((byte) '/', at, pathEnd);
      partStart = at;
      partEnd = slash;
      trim();
      boolean last = slash == pathEnd;
      if (!last) {
        at = slash + 1;
        cuts++;
      }
      if (last) {
        page = true;
        return;
      }
      if (partStart < partEnd) {
        page = at < pathEnd && !open && isBlank(at, pathEnd);
        return;
      }
    }
  }

  /** Writes all parts to come: what is written alike stands at one place of the tree. */
  void writeAll(ByteSink to) {
    for (next(); !page; next()) {
      to.put('/').put(bytes, partStart, partEnd - partStart);
    }
    to.put(page().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the part is the page itself. */
  boolean isPage() {
    return page;
  }

  /** Whether the part is spelled like these bytes. */
  boolean isFolder(byte[] name) {
    return Arrays.equals(bytes, partStart, partEnd, name, 0, name.length);
  }

  /** The folder's name. */
  byte[] folder() {
    return Arrays.copyOfRange(bytes, partStart, partEnd);
  }

  /** The page's name, with its fragment. */
  String page() {
    if (empty) {
      return UNKNOWN;
    }
    String name = new String(bytes, partStart, partEnd - partStart, StandardCharsets.UTF_8);
    String fragment = new String(bytes, pathEnd, end - pathEnd, StandardCharsets.UTF_8);
    return "/" + (open || name.isEmpty() ? name + DEFAULT_PAGE : name) + fragment;
  }

  private void trim() {
    while (partStart < partEnd && bytes[partStart] >= 0 && bytes[partStart] <= ' ') {
      partStart++;
    }
    while (partStart < partEnd && bytes[partEnd - 1] >= 0 && bytes[partEnd - 1] <= ' ') {
      partEnd--;
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '/' && (bytes[i] < 0 || bytes[i] > ' ')) {
        return false;
      }
    }
    return true;
  }

  private int find(byte wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return to;
  }
}
