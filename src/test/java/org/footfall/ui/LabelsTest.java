package org.footfall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
  @Test
  void percentEncodingIsReadWhereItIsValid() {
    assertThat(Labels.readable("/p%C3%A2te%20a")).isEqualTo("/pâte a");
    assertThat(Labels.readable("/100%")).isEqualTo("/100%");
    assertThat(Labels.readable("/%FF%FE")).isEqualTo("/%FF%FE");
    assertThat(Labels.readable("/%zz")).isEqualTo("/%zz");
  }

  @Test
  void whatCannotBeSeenIsABox() {
    assertThat(Labels.readable("a\u202Eb\u0000c\nd")).isEqualTo("a□b□c□d");
    assertThat(Labels.readable("%0A%E2%80%AE")).isEqualTo("□□");
    assertThat(Labels.readable("")).isEqualTo("(empty)");
    assertThat(Labels.readable("x".repeat(2_000))).hasSize(501);
  }

  @Property
  void anyTextHasALabelAndABar(@ForAll String text) {
    DashboardData.Item item = new DashboardData.Item(text, 3);
    BarList list =
        BarList.of("Pages", "Page", "Views", "", new DashboardData.Ranking(List.of(item), 1, 3));
    BarList.Bar bar = list.bars().get(0);
    assertThat(bar.start() + bar.tail()).isEqualTo(bar.whole());
  }

  @Test
  void longAddressesKeepTheirEnd() {
    DashboardData.Item item =
        new DashboardData.Item("/produit/2017620422003/pate-a-tartiner-noisettes/avis", 1);
    BarList list =
        BarList.of("Pages", "Page", "Views", "", new DashboardData.Ranking(List.of(item), 9, 1));
    assertThat(list.bars().get(0).tail()).isEqualTo("/avis");
    assertThat(list.footer()).isEqualTo("The first 1 of 9.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "evil",
        "",
        "/a\tb",
        "/a b",
        "javascript:alert(1)",
        "/\u0000/evil",
        "\\\\evil",
        "/x\r\nSet-Cookie: a=b"
      })
  void onlyOurOwnAddressesAreGoneBackTo(String address) {
    assertThat(LocalAddress.orHome(address)).isEqualTo("/");
  }

  @Test
  void ourAddressesKeepTheirQuery() {
    assertThat(LocalAddress.orHome("/s/1/dashboard?date=last28&by=week"))
        .isEqualTo("/s/1/dashboard?date=last28&by=week");
    assertThat(LocalAddress.orHome(null)).isEqualTo("/");
    assertThat(LocalAddress.orHome("/" + "x".repeat(3_000))).isEqualTo("/");
  }

  @Test
  void formTokensFitTheirSecretOnly() {
    FormToken tokens = new FormToken();
    String token = tokens.issue("secret");
    assertThat(tokens.matches("secret", token)).isTrue();
    assertThat(tokens.matches("other", token)).isFalse();
    assertThat(tokens.matches("secret", token.substring(1))).isFalse();
    assertThat(tokens.matches("secret", "")).isFalse();
    assertThat(tokens.matches("secret", "not base64 !")).isFalse();
    assertThat(tokens.issue("secret")).isNotEqualTo(token);
  }
}
