package org.footfall.enrich.device;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The texts of which at least one occurs, in lower case, in whatever an expression matches.
 *
 * <p>A part is either known exactly, as the few texts it can match, or by such a set, or not at
 * all. In a sequence, neighbours that are known exactly are multiplied while that stays small, so
 * that {@code SM-[AG]5} becomes two texts of five letters and not one of three; of the sets a
 * sequence offers, the one that occurs most rarely in user agents is kept. How rare a text is can
 * only be guessed: the longer the rarer, but for what ordinary user agents contain.
 */
final class Literals {
  private static final int MAX_EXACT = 16;
  private static final int MAX_PART = 14;

  /** Shorter texts are in every user agent. */
  static final int LEAST_LENGTH = 2;

  /** How often a text of that many letters may occur in a user agent. */
  private static final double[] RARITY = {1, 0.2, 0.04, 0.008, 0.0016, 0.0003, 0.00006, 0.00001};

  private static final Set<String> ORDINARY =
      partsOf(
          "mozilla/5.0 (linux; u; android 9; en-us; sm- build/pie; wv) applewebkit/537.36 (khtml, like"
              + " gecko) version/4.0 chrome/100.0.0.0 mobile safari/537.36",
          "mozilla/5.0 (windows nt 10.0; win64; x64; rv:120.0) gecko/20100101 firefox/120.0",
          "mozilla/5.0 (iphone; cpu iphone os 17_0 like mac os x) mobile/15e148 tablet touch pad smart"
              + " tv phone browser/1.0",
          "mozilla/5.0 (compatible; msie 8.0; bot/2.1; +http://www.com/bot.html; x11; ubuntu)");

  /**
   * @param exact all texts the part can match, or null
   * @param required texts one of which it contains, or null
   */
  private record Known(Set<String> exact, Set<String> required) {
    static final Known NOTHING = new Known(null, null);
    static final Known EMPTY = new Known(Set.of(""), null);

    Set<String> best() {
      return exact != null && exact.stream().allMatch(text -> text.length() >= LEAST_LENGTH)
          ? exact
          : required;
    }
  }

  private Literals() {}

  private static Set<String> partsOf(String... agents) {
    Set<String> parts = new HashSet<>();
    for (String agent : agents) {
      for (int from = 0; from < agent.length(); from++) {
        for (int to = from + 1; to <= Math.min(agent.length(), from + MAX_PART); to++) {
          parts.add(agent.substring(from, to));
        }
      }
    }
    return parts;
  }

  /** Empty if a match need not contain anything in particular. */
  static Set<String> of(Expression.Node node) {
    Set<String> best = known(node).best();
    return best == null ? Set.of() : best;
  }

  private static Known known(Expression.Node node) {
    if (node instanceof Expression.Text text) {
      return new Known(Set.of(text.characters()), null);
    }
    if (node instanceof Expression.One one) {
      return one.characters().isEmpty() ? Known.NOTHING : one(one.characters());
    }
    if (node instanceof Expression.Group group) {
      return known(group.inner());
    }
    if (node instanceof Expression.Repeat repeat) {
      return repeat(repeat);
    }
    if (node instanceof Expression.Choice choice) {
      return choice(choice.branches());
    }
    if (node instanceof Expression.Sequence sequence) {
      return sequence(sequence.parts());
    }
    return Known.EMPTY;
  }

  private static Known one(String characters) {
    Set<String> texts = new HashSet<>();
    characters.chars().forEach(c -> texts.add(String.valueOf((char) c)));
    return new Known(texts, null);
  }

  private static Known repeat(Expression.Repeat repeat) {
    Known inner = known(repeat.inner());
    if (repeat.least() > 0) {
      return repeat.once() ? inner : new Known(null, inner.best());
    }
    if (repeat.once() && inner.exact() != null && inner.exact().size() < MAX_EXACT) {
      Set<String> texts = new HashSet<>(inner.exact());
      texts.add("");
      return new Known(texts, null);
    }
    return Known.NOTHING;
  }

  private static Known choice(List<Expression.Node> branches) {
    Set<String> exact = new HashSet<>();
    Set<String> required = new HashSet<>();
    for (Expression.Node branch : branches) {
      Known known = known(branch);
      if (exact != null && known.exact() != null) {
        exact.addAll(known.exact());
      } else {
        exact = null;
      }
      if (required != null && known.best() != null) {
        required.addAll(known.best());
      } else {
        required = null;
      }
    }
    return new Known(exact != null && exact.size() <= MAX_EXACT ? exact : null, required);
  }

  private static Known sequence(List<Expression.Node> parts) {
    Set<String> exact = Set.of("");
    Set<String> best = null;
    boolean whole = true;
    for (Expression.Node part : parts) {
      Known known = known(part);
      Set<String> longer = known.exact() == null ? null : product(exact, known.exact());
      if (longer != null) {
        exact = longer;
        continue;
      }
      whole = false;
      best = rarer(best, new Known(exact, null).best());
      best = rarer(best, known.required());
      exact = known.exact() == null ? Set.of("") : known.exact();
    }
    return whole
        ? new Known(exact, null)
        : new Known(null, rarer(best, new Known(exact, null).best()));
  }

  private static Set<String> product(Set<String> starts, Set<String> ends) {
    if (starts.size() * ends.size() > MAX_EXACT) {
      return null;
    }
    if (starts.size() == 1 && ends.size() == 1) {
      return Set.of(starts.iterator().next() + ends.iterator().next());
    }
    Set<String> texts = new HashSet<>();
    for (String start : starts) {
      for (String end : ends) {
        texts.add(start + end);
      }
    }
    return texts;
  }

  private static Set<String> rarer(Set<String> one, Set<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return frequency(other) < frequency(one) ? other : one;
  }

  private static double frequency(Set<String> texts) {
    double sum = 0;
    for (String text : texts) {
      sum += ORDINARY.contains(text) ? 1 : RARITY[Math.min(text.length(), RARITY.length - 1)];
    }
    return sum;
  }
}
