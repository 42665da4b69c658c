package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs Jazzer on each target of {@link Fuzz}, from its seeds on, in a process of its own: so many
 * inputs, always the same ones. {@code -Dfuzz.runs=1000000} tries more, and other ones each time.
 * An input that fails is kept in {@code target/fuzz}.
 */
class FuzzIT {
  private static final Path SEEDS = Path.of("src/test/resources/org/footfall/whole/fuzz");
  private static final Path FINDINGS = Path.of("target/fuzz");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(classes = {Fuzz.Query.class, Fuzz.Bulk.class, Fuzz.Agent.class, Fuzz.Lists.class})
  void nothingThatIsSentBreaksAnything(Class<?> target) throws IOException, InterruptedException {
    String name = target.getSimpleName().toLowerCase(Locale.ROOT);
    String runs = System.getProperty("fuzz.runs", "");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.footfall.**",
                "-runs=" + (runs.isEmpty() ? "10000" : runs),
                "-dict=" + SEEDS.resolve("dictionary"),
                "-artifact_prefix="
                    + Files.createDirectories(FINDINGS)
                    + File.separator
                    + name
                    + "-",
                "-max_len=4096",
                "-timeout=60",
                "-rss_limit_mb=0"));
    if (runs.isEmpty()) {
      command.add("-seed=1");
    }
    command.add(Files.createDirectory(folder.resolve("corpus")).toString());
    command.add(SEEDS.resolve(name).toString());
    Path log = folder.resolve("log");
    int end =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    assertThat(end).as(said).isZero();
    assertThat(said).contains("Done ");
  }
}
