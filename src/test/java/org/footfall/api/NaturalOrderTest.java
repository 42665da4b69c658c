package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersCountByValueAndCaseDoesNot() {
    List<String> names =
        Stream.of("page 10", "Page 9", "page 9b", "page", "/home", "page 010")
            .sorted(NaturalOrder.INSTANCE)
            .toList();
    assertThat(names).containsExactly("/home", "page", "Page 9", "page 9b", "page 010", "page 10");
  }

  @Test
  void blanksDoNotCount() {
    List<String> names =
        Stream.of("Tablet", "Smart speaker", " camera", "Smartphone", "Smart display", "a_b", "ab")
            .sorted(NaturalOrder.INSTANCE)
            .toList();
    assertThat(names)
        .containsExactly(
            "ab", "a_b", " camera", "Smart display", "Smartphone", "Smart speaker", "Tablet");
  }

  @Property
  void isAnOrder(@ForAll String a, @ForAll String b, @ForAll String c) {
    NaturalOrder order = NaturalOrder.INSTANCE;
    assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
      assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
    }
    assertThat(order.compare(a, a)).isZero();
  }
}
