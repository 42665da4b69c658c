package org.footfall.enrich.device;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes an expression whose groups nobody asks for apart into expressions one of which matches
 * wherever it does, in the same order: at its outermost alternation, and at a long one inside. A
 * brand's expression lists hundreds of models; of its parts, only the few are tried whose own
 * literal occurs.
 */
final class Alternatives {
  /** Shorter alternations stay whole. */
  private static final int LONG = 6;

  private static final int MAX_PARTS = 2_000;

  private Alternatives() {}

  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    split(text, parts);
    return parts.size() > MAX_PARTS ? List.of(text) : parts;
  }

  private static void split(String text, List<String> parts) {
    Expression.Node node = Expression.parse(text);
    if (node instanceof Expression.Choice choice) {
      branches(choice, "", "", text, parts);
      return;
    }
    List<Expression.Node> sequence =
        node instanceof Expression.Sequence some ? some.parts() : List.of(node);
    for (Expression.Node part : sequence) {
      if (parts.size() <= MAX_PARTS
          && part instanceof Expression.Group group
          && group.inner() instanceof Expression.Choice choice
          && (choice.branches().size() >= LONG || sequence.size() == 1)) {
        branches(choice, text.substring(0, group.from()), text.substring(group.to()), text, parts);
        return;
      }
    }
    parts.add(text);
  }

  private static void branches(
      Expression.Choice choice, String before, String after, String text, List<String> parts) {
    for (Expression.Node branch : choice.branches()) {
      String inner = text.substring(branch.from(), branch.to());
      boolean alone = before.isEmpty() && after.isEmpty();
      split(alone ? inner : before + "(?:" + inner + ")" + after, parts);
    }
  }
}
