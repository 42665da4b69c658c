package org.footfall.enrich.device;

import java.util.ArrayList;
import java.util.List;

/**
 * A published regular expression, understood as far as it takes to say which texts must occur in
 * whatever it matches, and where its big alternations are.
 *
 * <p>The grammar is the part that PHP, JavaScript and Java share. Everything is read without case.
 * What is not a plain character, a small class, a sequence, an alternation or a repetition is taken
 * as "anything", which is always safe: it only makes an expression be tried more often.
 */
final class Expression {
  /** Larger classes count as "anything". */
  private static final int MAX_CLASS = 10;

  private static final String OPERATORS = "\\^$.|?*+()[{";

  /** A part, and the place of the expression's text where it stands. */
  sealed interface Node {
    int from();

    int to();
  }

  /** These characters, one after the other. */
  record Text(String characters, int from, int to) implements Node {}

  /** One character of these, or any if there are none. */
  record One(String characters, int from, int to) implements Node {}

  /** Matches no character: an anchor or a look around. */
  record Empty(int from, int to) implements Node {}

  record Sequence(List<Node> parts, int from, int to) implements Node {}

  record Choice(List<Node> branches, int from, int to) implements Node {}

  record Group(Node inner, boolean capturing, int from, int to) implements Node {}

  /** At least so often; {@code once} when not more often either. */
  record Repeat(Node inner, int least, boolean once, int from, int to) implements Node {}

  private final String text;
  private int at;

  private Expression(String text) {
    this.text = text;
  }

  static Node parse(String text) {
    Expression expression = new Expression(text);
    Node node = expression.choice();
    if (expression.at != text.length()) {
      throw new IllegalArgumentException("cannot read " + text + " at " + expression.at);
    }
    return node;
  }

  private Node choice() {
    int from = at;
    List<Node> branches = new ArrayList<>();
    branches.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.get(0) : new Choice(branches, from, at);
  }

  private Node sequence() {
    int from = at;
    List<Node> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      if (plainEnd() - at > 1) {
        parts.add(plain(plainEnd()));
      } else {
        parts.add(repeated(atom()));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts, from, at);
  }

  /** Where the characters end that mean themselves and are not repeated. */
  private int plainEnd() {
    int end = at;
    while (end < text.length() && OPERATORS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean repeated = end < text.length() && "*+?{".indexOf(text.charAt(end)) >= 0;
    return repeated ? end - 1 : end;
  }

  private Node plain(int end) {
    char[] characters = text.substring(at, end).toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = lower(characters[i]);
    }
    int from = at;
    at = end;
    return new Text(new String(characters), from, end);
  }

  private Node repeated(Node atom) {
    int from = atom.from();
    if (at == text.length()) {
      return atom;
    }
    int least;
    boolean once = false;
    switch (text.charAt(at)) {
      case '*' -> least = 0;
      case '+' -> least = 1;
      case '?' -> {
        least = 0;
        once = true;
      }
      case '{' -> {
        if (!isCount(at)) {
          return atom;
        }
        int end = text.indexOf('}', at);
        String counts = text.substring(at + 1, end);
        least = counts.startsWith(",") ? 0 : Integer.parseInt(counts.split(",")[0]);
        once = counts.equals("1");
        at = end;
      }
      default -> {
        return atom;
      }
    }
    at++;
    if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
      at++;
    }
    return new Repeat(atom, least, once, from, at);
  }

  /** Whether a brace begins a count; else it is a brace. */
  private boolean isCount(int brace) {
    int end = brace + 1;
    while (end < text.length()
        && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ',')) {
      end++;
    }
    return end > brace + 1 && end < text.length() && text.charAt(end) == '}';
  }

  private Node atom() {
    int from = at;
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group(from);
      case '[' -> characterClass(from);
      case '.' -> new One("", from, at);
      case '^', '$' -> new Empty(from, at);
      case '\\' -> escape(from);
      default -> new One(String.valueOf(lower(c)), from, at);
    };
  }

  private Node group(int from) {
    boolean capturing = true;
    boolean around = false;
    if (text.startsWith("?", at)) {
      capturing = false;
      around = !text.startsWith("?:", at);
      at += text.startsWith("?<", at) ? 3 : 2;
    }
    Node inner = choice();
    at++;
    return around ? new Empty(from, at) : new Group(inner, capturing, from, at);
  }

  private Node escape(int from) {
    char c = text.charAt(at++);
    if (c == 'b' || c == 'B') {
      return new Empty(from, at);
    }
    if (Character.isDigit(c)) {
      return new Repeat(new One("", from, at), 0, false, from, at);
    }
    if (Character.isLetter(c)) {
      return new One("", from, at);
    }
    return new One(String.valueOf(c), from, at);
  }

  private Node characterClass(int from) {
    StringBuilder members = new StringBuilder();
    boolean any = text.startsWith("^", at);
    at += any ? 1 : 0;
    for (int first = at; at == first || text.charAt(at) != ']'; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        c = text.charAt(++at);
        any |= Character.isLetter(c);
      }
      char last = c;
      if (text.startsWith("-", at + 1) && text.charAt(at + 2) != ']') {
        at += 2;
        last = text.charAt(at);
      }
      any |= last - c >= MAX_CLASS || members.length() > MAX_CLASS;
      for (char member = c; member <= last && !any; member++) {
        if (members.indexOf(String.valueOf(lower(member))) < 0) {
          members.append(lower(member));
        }
      }
    }
    at++;
    return new One(any || members.length() > MAX_CLASS ? "" : members.toString(), from, at);
  }

  /** As Java compares without case: the letters of ASCII. */
  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /**
   * The same expression for Java: a bracket or ampersand in a class is none of Java's operators,
   * and a brace without a count is a brace.
   */
  static String forJava(String text) {
    StringBuilder java = new StringBuilder(text.length() + 8);
    Expression expression = new Expression(text);
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        java.append(c).append(text.charAt(++i));
        continue;
      }
      boolean literal = inClass ? c == '[' || c == '&' : c == '{' && !expression.isCount(i);
      java.append(literal ? "\\" : "").append(c);
      if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
        if (text.startsWith("^", i + 1)) {
          java.append(text.charAt(++i));
        }
        if (text.startsWith("]", i + 1)) {
          java.append("\\]");
          i++;
        }
      }
    }
    return java.toString();
  }
}
