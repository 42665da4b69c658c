package org.footfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is shipped that NOTICE does not name, and nothing named that is not shipped. */
class NoticeTest {
  private static final Pattern JAR = Pattern.compile("([\\w.-]+:[\\w.-]+):jar:");
  private static final Pattern NAMED = Pattern.compile("(?m)^  ([\\w.-]+:[\\w.-]+)$");

  @Test
  void noticeNamesExactlyTheJarsThatAreShipped() throws IOException {
    List<String> shipped =
        matches(JAR, Files.readString(Path.of("target", "shipped-dependencies.txt")));
    assertThat(shipped).hasSizeGreaterThan(20);
    assertThat(matches(NAMED, Files.readString(Path.of("NOTICE"))))
        .containsExactlyInAnyOrderElementsOf(shipped);
  }

  @Test
  void noticeNamesWhatComesFromNpm() throws IOException {
    var packages =
        new ObjectMapper().readTree(Path.of("webapp", "package.json").toFile()).get("dependencies");
    List<String> names = new ArrayList<>();
    packages.fieldNames().forEachRemaining(names::add);
    assertThat(Files.readString(Path.of("NOTICE"))).contains(names);
  }

  private static List<String> matches(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
