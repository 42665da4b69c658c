package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PagePathTest {
  @Test
  void theLastPartIsThePage() {
    assertThat(of("example.org/a/b/page.html")).containsExactly("a", "b", "/page.html");
    assertThat(of("example.org/page")).containsExactly("/page");
  }

  @Test
  void aFolderAloneHasItsIndex() {
    assertThat(of("example.org")).containsExactly("/index");
    assertThat(of("example.org/")).containsExactly("/index");
    assertThat(of("example.org/a/")).containsExactly("a", "/index");
  }

  @Test
  void theQueryIsCutLikeThePathAndTheFragmentStaysWithThePage() {
    assertThat(of("example.org/a?x=1/2#top")).containsExactly("a?x=1", "/2#top");
    assertThat(of("example.org/#/route")).containsExactly("/index#/route");
  }

  @Test
  void namesStayEncodedButPeopleReadThemDecoded() {
    assertThat(of("example.org/%C3%A9t%C3%A9/a%20b")).containsExactly("%C3%A9t%C3%A9", "/a%20b");
    assertThat(PercentEncoding.decode("%C3%A9t%C3%A9 100%")).isEqualTo("été 100%");
    assertThat(PercentEncoding.decode("%E9")).isEqualTo("%E9");
  }

  @Test
  void emptyPartsVanishAndDepthEnds() {
    assertThat(of("example.org//a// /b")).containsExactly("a", "/b");
    assertThat(of("h/1/2/3/4/5/6/7/8/9/10/11/12")).hasSize(10).last().isEqualTo("/10/11/12");
  }

  @Test
  void aPageWithoutAnAddressIsNamedAsSuch() {
    assertThat(of("")).containsExactly("Page URL not defined");
  }

  @Property
  void everyAddressHasAPage(@ForAll String address) {
    List<String> path = of(address);
    assertThat(path).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    assertThat(path.get(path.size() - 1)).isNotBlank();
  }

  private static List<String> of(String address) {
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    PagePath path = new PagePath();
    path.begin(bytes, 0, bytes.length);
    List<String> parts = new ArrayList<>();
    do {
      path.next();
      parts.add(path.isPage() ? path.page() : new String(path.folder(), StandardCharsets.UTF_8));
    } while (!path.isPage());
    return parts;
  }
}
