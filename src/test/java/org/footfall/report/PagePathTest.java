package org.footfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PagePathTest {
  @Test
  void theLastPartIsThePage() {
    assertThat(PagePath.of("example.org/a/b/page.html")).containsExactly("a", "b", "/page.html");
    assertThat(PagePath.of("example.org/page")).containsExactly("/page");
  }

  @Test
  void aFolderAloneHasItsIndex() {
    assertThat(PagePath.of("example.org")).containsExactly("/index");
    assertThat(PagePath.of("example.org/")).containsExactly("/index");
    assertThat(PagePath.of("example.org/a/")).containsExactly("a", "/index");
  }

  @Test
  void theQueryIsCutLikeThePathAndTheFragmentStaysWithThePage() {
    assertThat(PagePath.of("example.org/a?x=1/2#top")).containsExactly("a?x=1", "/2#top");
    assertThat(PagePath.of("example.org/#/route")).containsExactly("/index#/route");
  }

  @Test
  void namesStayEncodedButPeopleReadThemDecoded() {
    assertThat(PagePath.of("example.org/%C3%A9t%C3%A9/a%20b"))
        .containsExactly("%C3%A9t%C3%A9", "/a%20b");
    assertThat(PercentEncoding.decode("%C3%A9t%C3%A9 100%")).isEqualTo("été 100%");
    assertThat(PercentEncoding.decode("%E9")).isEqualTo("%E9");
  }

  @Test
  void emptyPartsVanishAndDepthEnds() {
    assertThat(PagePath.of("example.org//a// /b")).containsExactly("a", "/b");
    assertThat(PagePath.of("h/1/2/3/4/5/6/7/8/9/10/11/12"))
        .hasSize(10)
        .last()
        .isEqualTo("/10/11/12");
  }

  @Test
  void aPageWithoutAnAddressIsNamedAsSuch() {
    assertThat(PagePath.of("")).containsExactly("Page URL not defined");
  }

  @Property
  void everyAddressHasAPage(@ForAll String address) {
    List<String> path = PagePath.of(address);
    assertThat(path).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    assertThat(path.get(path.size() - 1)).isNotBlank();
  }
}
