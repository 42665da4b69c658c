package org.footfall.enrich.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of many literals occur in a text, and thereby which expressions can match it.
 *
 * <p>Every literal is filed under one of its runs of three characters, the one fewest literals have
 * (one of two characters, under these). A text is walked once; at each place only the literals
 * filed under the run that begins there are compared.
 */
final class LiteralIndex {
  private static final int RUN = 3;
  private static final int BUCKETS = 1 << 16;

  private final String[] literals;
  private final int[] offsets;

  /** For each literal the expressions it belongs to. */
  private final int[][] owners;

  /** Bucket of a run → literals filed there. */
  private final int[][] filed = new int[BUCKETS][];

  /** Expressions without a literal, which can always match. */
  private final BitSet always = new BitSet();

  /**
   * @param needed for each expression its literals, or none
   */
  LiteralIndex(List<Set<String>> needed) {
    Map<String, List<Integer>> byLiteral = new HashMap<>();
    for (int owner = 0; owner < needed.size(); owner++) {
      if (needed.get(owner).isEmpty()) {
        always.set(owner);
      }
      for (String literal : needed.get(owner)) {
        byLiteral.computeIfAbsent(literal, any -> new ArrayList<>(1)).add(owner);
      }
    }
    literals = byLiteral.keySet().toArray(new String[0]);
    offsets = new int[literals.length];
    owners = new int[literals.length][];
    int[] uses = new int[BUCKETS];
    for (String literal : literals) {
      for (int at = 0; at + RUN <= literal.length(); at++) {
        uses[bucket(literal, at, RUN)]++;
      }
    }
    for (int i = 0; i < literals.length; i++) {
      owners[i] = byLiteral.get(literals[i]).stream().mapToInt(Integer::intValue).toArray();
      file(i, uses);
    }
  }

  private void file(int number, int[] uses) {
    String literal = literals[number];
    for (int at = 1; at + RUN <= literal.length(); at++) {
      if (uses[bucket(literal, at, RUN)] < uses[bucket(literal, offsets[number], RUN)]) {
        offsets[number] = at;
      }
    }
    int bucket = bucket(literal, offsets[number], Math.min(RUN, literal.length()));
    int[] old = filed[bucket];
    filed[bucket] = old == null ? new int[1] : Arrays.copyOf(old, old.length + 1);
    filed[bucket][filed[bucket].length - 1] = number;
  }

  /** The expressions that can match, in order. */
  int[] candidates(String lower) {
    BitSet found = (BitSet) always.clone();
    for (int at = 0; at + 2 <= lower.length(); at++) {
      collect(lower, at, filed[bucket(lower, at, 2)], found);
      if (at + RUN <= lower.length()) {
        collect(lower, at, filed[bucket(lower, at, RUN)], found);
      }
    }
    return found.stream().toArray();
  }

  private void collect(String lower, int at, int[] numbers, BitSet found) {
    if (numbers == null) {
      return;
    }
    for (int number : numbers) {
      String literal = literals[number];
      if (at >= offsets[number] && lower.startsWith(literal, at - offsets[number])) {
        for (int owner : owners[number]) {
          found.set(owner);
        }
      }
    }
  }

  private static int bucket(String text, int at, int length) {
    int hash = length;
    for (int i = at; i < at + length; i++) {
      hash = hash * 0x2F0B4F + text.charAt(i);
    }
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }
}
