package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static Set<String> literals(String expression) {
    return Literals.of(Expression.parse(expression));
  }

  @Test
  void aMatchContainsOneOfTheLiterals() {
    assertThat(literals("Firefox/(\\d+)")).containsExactly("firefox/");
    assertThat(literals("SM-[AG]5")).containsExactlyInAnyOrder("sm-a5", "sm-g5");
    assertThat(literals("colou?r")).containsExactlyInAnyOrder("color", "colour");
    assertThat(literals("(?:Opera|Vivaldi)[ /]")).contains("opera ", "vivaldi/");
    assertThat(literals("Mobile.+Kindle")).containsExactly("kindle");
    assertThat(literals("(?:abc){2,}x*")).containsExactly("abc");
    assertThat(literals("a{1}bc")).containsExactly("abc");
    assertThat(literals("(?<!like )Gecko(?= )")).containsExactly("gecko");
    assertThat(literals("x\\.y\\-[\\-z]")).containsExactlyInAnyOrder("x.y--", "x.y-z");
  }

  @Test
  void whereNothingIsNeededThereAreNone() {
    for (String expression :
        List.of("", "a", ".*", "[a-z]+", "\\d+[.\\d]*", "abc|.", "(?:abc)?", "^$")) {
      assertThat(literals(expression)).as(expression).isEmpty();
    }
  }

  @Test
  void longAlternationsAreTakenApartInOrder() {
    assertThat(Alternatives.of("ab|cd(?:e|f)|gh")).containsExactly("ab", "cd(?:e|f)", "gh");
    assertThat(Alternatives.of("x(?:a|b|c|d|e|f)y"))
        .containsExactly("x(?:a)y", "x(?:b)y", "x(?:c)y", "x(?:d)y", "x(?:e)y", "x(?:f)y");
    assertThat(Alternatives.of("x(?:a|b|c|d|e|f)+y")).hasSize(1);
    assertThat(Alternatives.of("(?:a|(?:b|c))")).containsExactly("a", "b", "c");
  }

  @Test
  void classesAndBracesMeanTheSameInJava() {
    assertThat("[&&x]").matches(Expression.forJava("\\[[&&x]+\\]"));
    assertThat("[").matches(Expression.forJava("[[]"));
    assertThat("a{b}").matches(Expression.forJava("a{b}"));
    assertThat("aaa").matches(Expression.forJava("a{3}"));
    assertThat("]").matches(Expression.forJava("[]]"));
    assertThat("x").matches(Expression.forJava("[^]]"));
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> Expression.parse("a)")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPublishedExpressionIsUnderstoodByJava() {
    RuleBook book = Detector.load().book();
    assertThat(book.size()).isGreaterThan(20_000);
    for (int number = 0; number < book.size(); number++) {
      assertThat(book.pattern(number)).isNotNull();
    }
  }

  @Property
  void whatMatchesContainsALiteralAndIsMatchedByAPart(
      @ForAll("expressions") String expression, @ForAll("agents") String agent) {
    boolean matches = find(expression, agent);
    Set<String> literals = literals(expression);
    String lower = agent.toLowerCase(Locale.ROOT);
    if (matches && !literals.isEmpty()) {
      assertThat(literals).anyMatch(lower::contains);
    }
    assertThat(Alternatives.of(expression).stream().anyMatch(part -> find(part, agent)))
        .isEqualTo(matches);
  }

  @Property
  void theIndexFindsWhatOccurs(
      @ForAll("literalSets") List<Set<String>> sets, @ForAll("agents") String agent) {
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).isEmpty() || sets.get(i).stream().anyMatch(agent::contains)) {
        expected.add(i);
      }
    }
    assertThat(new LiteralIndex(sets).candidates(agent).clone())
        .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Rules begin where the published guard lets them. */
  @Property
  void aSubjectTriesWhereTheGuardWould(
      @ForAll("expressions") String expression, @ForAll("guarded") String agent) {
    String guard = "(?:^|[^A-Z0-9_-]|[^A-Z0-9-]_|sprd-|MZ-)(?:" + expression + ")";
    RuleBook.Writer writer = new RuleBook.Writer();
    writer.addParts(expression);
    RuleBook book = writer.finish();
    Subject subject = new Subject(agent, book, new Subject.Effort(1_000_000));
    assertThat(subject.first(0, book.size()) != null).isEqualTo(find(guard, agent));
  }

  private static boolean find(String expression, String agent) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(agent).find();
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> atoms =
        Arbitraries.of(
            "a", "b", "ab", "Ba", "[ab]", "[^a]", ".", "\\d", "-", "(?:ab|ba|b-|-a|aa|bb)");
    Arbitrary<String> repeated =
        atoms.flatMap(atom -> Arbitraries.of("", "", "?", "*", "+", "{2}").map(atom::concat));
    Arbitrary<String> sequences =
        repeated.list().ofMinSize(1).ofMaxSize(4).map(l -> String.join("", l));
    return Arbitraries.lazyOf(
        () -> sequences,
        () -> sequences.list().ofMinSize(2).ofMaxSize(3).map(l -> String.join("|", l)),
        () ->
            Arbitraries.of(1, 2)
                .flatMap(
                    n ->
                        sequences
                            .list()
                            .ofSize(3)
                            .map(l -> "(?:" + l.get(0) + "|" + l.get(1) + ")" + l.get(2))));
  }

  @Provide
  Arbitrary<String> agents() {
    return Arbitraries.strings().withChars("abAB1-").ofMaxLength(10);
  }

  @Provide
  Arbitrary<String> guarded() {
    return Arbitraries.of("a", "b", "ab", "B", "1", "-", "_", " ", ";", "sprd-", "MZ-", "é")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<Set<String>>> literalSets() {
    Arbitrary<String> literals =
        Arbitraries.strings().withChars("abAB1-").ofMinLength(2).ofMaxLength(5);
    return literals.set().ofMaxSize(3).list().ofMaxSize(6).map(Tuple::of).map(Tuple.Tuple1::get1);
  }
}
