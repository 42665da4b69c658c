package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClientHintsTest {
  private static final ClientHints.Brand CHROME = new ClientHints.Brand("Google Chrome", "126.0.1");

  @Test
  void headersAreReadWithoutTheirQuotes() {
    ClientHints hints =
        ClientHints.of(
            Map.of(
                "sec-ch-ua", "\"Chromium\";v=\"126\"",
                "sec-ch-ua-full-version-list", "\"Google Chrome\";v=\"126.0.1\"",
                "sec-ch-ua-platform", "\"Android\"",
                "sec-ch-ua-platform-version", "\"14.0.0\"",
                "sec-ch-ua-model", "\"Pixel 8\"",
                "sec-ch-ua-form-factors", "\"Mobile\", \"XR\"",
                "x-requested-with", "com.example.app"),
            "");
    assertThat(hints)
        .isEqualTo(
            new ClientHints(
                List.of(CHROME),
                "Android",
                "14.0.0",
                "Pixel 8",
                List.of("mobile", "xr"),
                "com.example.app"));
  }

  @Test
  void theParameterIsAllThatCounts() {
    ClientHints hints =
        ClientHints.of(
            Map.of("sec-ch-ua-model", "\"Pixel 8\"", "sec-ch-ua-platform", "\"Android\""),
            "{\"brands\":[{\"brand\":\"Chromium\",\"version\":\"126\"}],"
                + "\"fullVersionList\":[{\"brand\":\"Google Chrome\",\"version\":\"126.0.1\"}],"
                + "\"mobile\":false,\"model\":\"\",\"platform\":\"Windows\","
                + "\"platformVersion\":\"15.0.0\",\"formFactors\":[\"Desktop\"]}");
    assertThat(hints)
        .isEqualTo(
            new ClientHints(List.of(CHROME), "Windows", "15.0.0", "", List.of("desktop"), ""));
  }

  @Test
  void withoutTheFullListTheShortOneCounts() {
    assertThat(ClientHints.of(Map.of("sec-ch-ua", "\"Google Chrome\";v=\"126.0.1\""), "").brands())
        .containsExactly(CHROME);
    assertThat(ClientHints.of(Map.of(), "{\"brands\":[{\"brand\":\"a\",\"version\":\"1\"}]}"))
        .extracting(ClientHints::brands)
        .isEqualTo(List.of(new ClientHints.Brand("a", "1")));
  }

  @Test
  void whatIsNoJsonLeavesTheHeaders() {
    Map<String, String> headers = Map.of("sec-ch-ua-platform", "\"Android\"");
    for (String uadata :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"platform\"",
            "{\"platform\":\"" + "x".repeat(5_000) + "\"}")) {
      assertThat(ClientHints.of(headers, uadata).platform()).as(uadata).isEqualTo("Android");
    }
    assertThat(ClientHints.of(Map.of(), "{").equals(ClientHints.NONE)).isTrue();
  }

  @Test
  void listsAndTextsAreCut() {
    String many = "\"a\";v=\"1\", ".repeat(500);
    ClientHints hints =
        ClientHints.of(Map.of("sec-ch-ua", many, "sec-ch-ua-model", "m".repeat(3_000)), "");
    assertThat(hints.brands()).hasSize(20);
    assertThat(hints.model()).hasSize(100);
    String numbers = "1,".repeat(1_000) + "1";
    assertThat(ClientHints.of(Map.of(), "{\"formFactors\":[" + numbers + "]}").formFactors())
        .hasSize(20);
  }

  @Property
  void whateverIsSentIsHintsOfBoundedSize(@ForAll("pieces") String text) {
    ClientHints sent = ClientHints.of(Map.of(), text);
    ClientHints headers =
        ClientHints.of(
            Map.of("sec-ch-ua", text, "sec-ch-ua-form-factors", text, "sec-ch-ua-model", text), "");
    for (ClientHints hints : List.of(sent, headers)) {
      assertThat(hints.brands()).hasSizeLessThanOrEqualTo(20);
      assertThat(hints.formFactors()).hasSizeLessThanOrEqualTo(20);
      assertThat(hints.model() + hints.platform()).hasSizeLessThanOrEqualTo(200);
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"brands\"",
            "\"brand\"",
            "\"version\"",
            "null",
            "\"formFactors\"",
            "\"model\"",
            "\"platform\"",
            "1",
            "-1e9",
            "true",
            ";v=",
            "\"a\"",
            "\\u0000",
            "\\",
            "x".repeat(200),
            "ü",
            " ",
            "{\"brands\":[{\"brand\":\"a\",")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
