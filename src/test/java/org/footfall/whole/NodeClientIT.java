package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What applications use that run in Node.js: Matomo's own client, unchanged. */
class NodeClientIT {
  /** As words of a command line they must survive any locale. */
  private static final ObjectMapper ASCII =
      new ObjectMapper(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

  private static final Path MODULES = Path.of("webapp", "node_modules").toAbsolutePath();

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate then = today.minusDays(20);
  @TempDir private Path folder;
  private WholeServer server;

  /** How the client ended. */
  private record Run(int exit, String said) {}

  @BeforeEach
  void start() throws IOException {
    server = WholeServer.start("");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void singleHitsAreCounted() throws Exception {
    Run run =
        send(
            "track",
            List.of(hit("/", "Start", 1), hit("/prices?a=ü", "Prices & more", 1), hit("/", "", 2)));
    assertThat(run).isEqualTo(new Run(0, ""));
    server.process();
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isEqualTo(2);
    assertThat(server.figure(today, today.plusDays(1), "nb_actions")).isEqualTo(3);
    assertThat(server.pages(today, today.plusDays(1)))
        .isEqualTo(Map.of("/", 2L, "/prices?a=ü", 1L));
  }

  @Test
  void aBulkRequestHoldsTheVisitsOfSeveralVisitors() throws Exception {
    Run run =
        send(
            "trackBulk",
            List.of(
                hit("/", "Start", 1),
                hit("/", "Start", 2),
                hit("/prices", "Prices", 1),
                hit("/", "Start", 3),
                hit("/thanks", "Thanks", 3)));
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said()).isEqualTo("{\"status\":\"success\",\"tracked\":5,\"invalid\":0}");
    server.process();
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isEqualTo(3);
    assertThat(server.figure(today, today.plusDays(1), "nb_actions")).isEqualTo(5);
    assertThat(server.pages(today, today.plusDays(1)))
        .isEqualTo(Map.of("/", 3L, "/prices", 1L, "/thanks", 1L));
  }

  @Test
  void theTimeOfOldHitsNeedsTheToken() throws Exception {
    Map<String, Object> old = hit("/old", "Old", 1);
    old.put("cdt", then + " 09:00:00");
    assertThat(send("track", List.of(old))).isEqualTo(new Run(1, "refused: 400"));
    old.put("token_auth", server.token());
    assertThat(send("track", List.of(old)).exit()).isZero();
    assertThat(send("trackBulk", List.of(old, old)).said())
        .isEqualTo("{\"status\":\"success\",\"tracked\":2,\"invalid\":0}");
    server.process();
    assertThat(server.figure(then, then, "nb_visits")).isEqualTo(1);
    assertThat(server.pages(then, then)).isEqualTo(Map.of("/old", 3L));
    assertThat(server.figure(today, today.plusDays(1), "nb_visits")).isZero();
  }

  private static Map<String, Object> hit(String path, String title, int visitor) {
    Map<String, Object> hit = new HashMap<>();
    hit.put("url", "https://shop.example" + path);
    hit.put("action_name", title);
    hit.put("cid", "00000000feed%04x".formatted(visitor));
    return hit;
  }

  private Run send(String how, List<Map<String, Object>> hits) throws Exception {
    Path script = folder.resolve("node-client.js");
    try (var source = NodeClientIT.class.getResourceAsStream("node-client.js")) {
      Files.write(script, source.readAllBytes());
    }
    Path said = folder.resolve("said");
    ProcessBuilder node =
        new ProcessBuilder(
                "node",
                script.toString(),
                server.address("/matomo.php").toString(),
                Integer.toString(server.site()),
                how,
                ASCII.writeValueAsString(hits))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    node.environment().put("NODE_PATH", MODULES.toString());
    Process process = node.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("node ends").isTrue();
      return new Run(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8).strip());
    } finally {
      process.destroyForcibly();
    }
  }
}
