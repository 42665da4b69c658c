package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.org/url?sa=t&q=x&ved=1, http://a.org/url?q=x",
    "http://a.org/url?sa=t&ved, http://a.org/url",
    "http://a.org/url?q=sa&sa=t#sa=t, http://a.org/url?q=sa#sa=t",
    "http://a.org/sa, http://a.org/sa",
    "http://a.org/?, http://a.org/",
    "http://a.org/?&&q=x, http://a.org/?&&q=x",
  })
  void parametersOfSomeNamesAreLeftOut(String url, String expected) {
    assertThat(Pairs.without(url, Set.of("sa", "ved"))).isEqualTo(expected);
  }
}
