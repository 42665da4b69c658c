package org.footfall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormDataTest {
  @Test
  void readsNamesValuesAndLists() throws ApiException {
    assertThat(FormData.parse("a=1&b=x+y%21&c&urls[]=u&urls[]=v&a=2&&"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a", "2", "b", "x y!", "c", "", "urls[0]", "u", "urls[1]", "v"));
  }

  @Test
  void keepsBrokenEscapesAndReplacesBrokenUtf8() throws ApiException {
    assertThat(FormData.parse("a=100%&b=%zz&c=%C3%28"))
        .containsEntry("a", "100%")
        .containsEntry("b", "%zz");
    assertThat(FormData.parse("c=%C3%28").get("c")).startsWith("\uFFFD");
  }

  @Test
  void refusesThousandsOfParameters() {
    assertThatThrownBy(() -> FormData.parse("a[]=1&".repeat(FormData.MOST + 1)))
        .isInstanceOf(ApiException.class);
  }

  @Property
  void undoesTheUsualEncoding(@ForAll String text) throws ApiException {
    Assume.that(
        text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    String sent = "v=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    assertThat(FormData.parse(sent).get("v")).isEqualTo(text);
  }

  @Property
  void neverFails(@ForAll String text) throws ApiException {
    assertThat(FormData.parse(text)).isNotNull();
  }
}
