package org.footfall.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.footfall.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierPartsTest {
  private static final TagFiles ONE = TagFiles.load();
  private static final TagFiles TWO = TagFiles.load("/org/footfall/tag/sample/");
  private static final TagFile CONTENT = ONE.part("content").orElseThrow();
  private static final String FILE = "content." + CONTENT.hash();

  @TempDir private Path folder;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-27T10:00:00Z"));

  private EarlierParts start(TagFiles version) {
    return EarlierParts.open(folder.resolve("tag"), version, clock);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tag"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aVersionLeavesItsPartsToThoseAfterIt() throws IOException {
    assertThat(start(ONE).part("content", CONTENT.hash())).isEmpty();
    assertThat(names()).contains(FILE + ".js").hasSize(ONE.parts().size());
    TagFile part = start(TWO).part("content", CONTENT.hash()).orElseThrow();
    assertThat(part.hash()).isEqualTo(CONTENT.hash());
    assertThat(part.bytes()).isEqualTo(CONTENT.bytes());
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(part.gzip()))) {
      assertThat(plain.readAllBytes()).isEqualTo(CONTENT.bytes());
    }
    assertThat(names()).contains(FILE + ".2026-11-27.js", "content.Ha5hThr.js");
  }

  /** However long a version ran, and however often it was started. */
  @Test
  void thirtyDaysCountFromItsEnd() throws IOException {
    start(ONE);
    clock.advance(Duration.ofDays(400));
    start(TWO);
    clock.advance(Duration.ofDays(29));
    assertThat(start(TWO).part("content", CONTENT.hash())).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(start(TWO).part("content", CONTENT.hash())).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(start(TWO).part("content", CONTENT.hash())).isEmpty();
    assertThat(names()).containsExactly("content.Ha5hThr.js");
  }

  @Test
  void aVersionThatComesBackIsCurrentAgain() throws IOException {
    start(ONE);
    start(TWO);
    clock.advance(Duration.ofDays(20));
    start(ONE);
    assertThat(names()).contains(FILE + ".js").noneMatch(name -> name.contains("-11-27"));
    clock.advance(Duration.ofDays(20));
    assertThat(start(TWO).part("content", CONTENT.hash())).isPresent();
  }

  @Test
  void aDamagedFileIsNotServedAndIsMendedByItsVersion() throws IOException {
    start(ONE);
    Path file = folder.resolve("tag").resolve(FILE + ".js");
    Files.writeString(file, "alert(1)");
    assertThat(start(TWO).part("content", CONTENT.hash())).isEmpty();
    start(ONE);
    assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT.bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content.HASH",
        "content.HASH.js.gz",
        "Content.HASH.js",
        "c/content.HASH.js",
        "content.HASHx.js",
        "content.HASH.2026-11-31.js",
        "content.HASH.2026-11-2.js",
        "new"
      })
  void filesOfOtherNamesAreLeftAlone(String form) throws IOException {
    Path file = folder.resolve("tag").resolve(form.replace("HASH", CONTENT.hash()));
    Files.createDirectories(file.getParent());
    Files.write(file, CONTENT.bytes());
    EarlierParts earlier = start(TWO);
    for (String name : List.of("content", "Content", "c/content", "../content", "")) {
      assertThat(earlier.part(name, CONTENT.hash())).isEmpty();
    }
    assertThat(file.getFileName().toString().equals("new") || Files.exists(file)).isTrue();
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), CONTENT.bytes());
    Path tag = Files.createDirectories(folder.resolve("tag"));
    Files.createSymbolicLink(tag.resolve(FILE + ".js"), elsewhere);
    assertThat(start(TWO).part("content", CONTENT.hash())).isEmpty();
    start(ONE);
    assertThat(Files.isSymbolicLink(tag.resolve(FILE + ".js"))).isFalse();
    assertThat(elsewhere).exists();
  }

  @Test
  void filesAreSmallAndFew() throws IOException {
    Path tag = Files.createDirectories(folder.resolve("tag"));
    String large = "x".repeat((64 << 10) + 1);
    Files.writeString(tag.resolve("large." + hash(large) + ".js"), large);
    for (int i = 0; i < 210; i++) {
      String script = "part(" + i + ")";
      String day = i < 205 ? "2026-11-20" : "2026-11-10";
      Files.writeString(tag.resolve("some." + hash(script) + "." + day + ".js"), script);
    }
    EarlierParts earlier = start(TWO);
    assertThat(earlier.part("large", hash(large))).isEmpty();
    assertThat(earlier.part("some", hash("part(209)"))).isEmpty();
    assertThat(names()).hasSize(201);
    assertThat(names().stream().filter(name -> name.contains("2026-11-10"))).isEmpty();
  }

  @Test
  void aFolderThatCannotBeUsedDoesNotKeepTheServerDown() throws IOException {
    Files.writeString(folder.resolve("tag"), "no folder");
    assertThat(start(TWO).part("content", CONTENT.hash())).isEmpty();
  }

  @Test
  void whatIsThereIsServedThoughNothingCanBeWritten() throws IOException {
    start(ONE);
    block("content.Ha5hThr.js");
    assertThat(start(TWO).part("content", CONTENT.hash())).isPresent();
  }

  /** No file can be put where a folder is that has something in it. */
  private void block(String name) throws IOException {
    Files.createDirectories(folder.resolve("tag").resolve(name).resolve("x"));
  }

  @Test
  void aFileThatCannotBePutDownDoesNotEndTheRest() throws IOException {
    block(FILE + ".js");
    String other = "other." + hash("part(1)");
    Files.writeString(folder.resolve("tag").resolve(other + ".js"), "part(1)");
    start(ONE);
    assertThat(names())
        .contains(other + ".2026-11-27.js")
        .containsAll(
            ONE.parts().entrySet().stream()
                .map(part -> part.getKey() + "." + part.getValue().hash() + ".js")
                .toList());
  }

  @Test
  void aFileThatCannotBeDatedDoesNotEndTheRest() throws IOException {
    start(ONE);
    for (String name : names()) {
      if (!name.startsWith("rare.")) {
        block(name.replace(".js", ".2026-11-27.js"));
      }
    }
    start(TWO);
    assertThat(names().stream().filter(name -> name.matches("rare\\..*\\.2026-11-27\\.js")))
        .hasSize(1);
  }

  @Test
  void draftsOfStartsThatCameToNoEndAreTidied() throws IOException {
    Path tag = Files.createDirectories(folder.resolve("tag"));
    for (String name : List.of("new", "new1.tmp", "new2.tmp", "newer.tmp")) {
      Files.writeString(tag.resolve(name), "part");
      Instant written = clock.instant().minus(Duration.ofHours(name.equals("new2.tmp") ? 23 : 25));
      Files.setLastModifiedTime(tag.resolve(name), FileTime.from(written));
    }
    start(TWO);
    assertThat(names()).containsExactly("content.Ha5hThr.js", "new2.tmp", "newer.tmp");
  }

  /** Another start may be at work with the folder. */
  @Test
  void draftsOfOthersStayAsTheyAre() throws IOException {
    Path draft = Files.createDirectories(folder.resolve("tag")).resolve("new");
    Files.writeString(draft, "half of a p");
    Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
    start(TWO);
    assertThat(draft).hasContent("half of a p");
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest).replaceAll("[+/=]", "").substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
