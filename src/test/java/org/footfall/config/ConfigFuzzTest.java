package org.footfall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file: a configuration, or problems that name the file. */
class ConfigFuzzTest {
  private static final List<Setting<?>> ALL =
      List.of(
          Setting.number("http.port", 1, "A number.").min(0).max(9),
          Setting.list("http.list", List.of(), "A list."),
          Setting.size("http.size", 1, "A size."),
          Setting.text("a.password", "", "A secret.").secret());

  @Property
  void anyTextIsAConfigurationOrAListOfProblems(@ForAll("texts") String text) {
    try {
      assertThat(Config.parse("x", text, ALL)).isNotNull();
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty().allMatch(problem -> problem.file().equals("x"));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "[http]\n",
            "[[http]]\n",
            "port",
            "list",
            "size",
            " = ",
            "\"",
            "'",
            "\"\"\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            ".",
            "\n",
            "#",
            "1",
            "-0x",
            "1e999",
            "9999999999999999999999",
            "true",
            "\"1 MB\"",
            "1979-05-27",
            "\\u",
            "a.password_file",
            "=",
            "\0",
            "\uD800",
            "é");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }
}
