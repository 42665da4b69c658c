package org.footfall.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others have written to read reports of a Matomo, unchanged. */
class ReadingClientsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Long> PAGES =
      new TreeMap<>(Map.of("/", 3L, "/prices?a=ü", 1L, "/thanks", 1L));

  @TempDir private Path folder;
  private WholeServer server;

  @BeforeEach
  void start() throws Exception {
    server = WholeServer.start("");
    hit("/", 1);
    hit("/prices?a=ü", 1);
    hit("/", 2);
    hit("/", 3);
    hit("/thanks", 3);
    server.process();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void hit(String path, int visitor) throws Exception {
    String url = URLEncoder.encode("https://shop.example" + path, StandardCharsets.UTF_8);
    String cid = "00000000feed%04x".formatted(visitor);
    String query =
        "/matomo.php?rec=1&send_image=0&idsite=%d&cid=%s&url=%s".formatted(server.site(), cid, url);
    assertThat(server.status(query)).isEqualTo(204);
  }

  /** The client for Node.js that npm has. */
  @Test
  void piwikClientReadsReports() throws Exception {
    String at = "\"idSite\":%d,\"period\":\"range\",\"date\":\"last3\"".formatted(server.site());
    String questions =
        "[{\"method\":\"Actions.getPageUrls\",\"flat\":1,%s},".formatted(at)
            + "{\"method\":\"VisitsSummary.get\",%s},".formatted(at)
            + "{\"method\":\"API.getMatomoVersion\"},"
            + "{\"method\":\"Actions.getPageUrls\",\"idSite\":77,"
            + "\"period\":\"day\",\"date\":\"today\"}]";
    JsonNode answers =
        run(
            "read-client.js",
            "node",
            server.address("/index.php").toString(),
            Integer.toString(server.address("/").getPort()),
            server.token(),
            questions);
    Map<String, Long> pages = new TreeMap<>();
    answers
        .path(0)
        .path("answer")
        .forEach(row -> pages.put(row.get("label").asText(), row.get("nb_hits").asLong()));
    assertThat(pages).isEqualTo(PAGES);
    assertThat(answers.path(1).path("answer").path("nb_visits").asLong()).isEqualTo(3);
    assertThat(answers.path(2).path("answer").path("value").asText()).startsWith("5.");
    assertThat(answers.path(3).path("answer").isNull()).isTrue();
    assertThat(answers.path(3).path("error").asText()).contains("77");
  }

  /** A script in Python, in every format that its standard library reads. */
  @Test
  void aScriptInPythonReadsReports() throws Exception {
    JsonNode read =
        run(
            "read-reports.py",
            "python3",
            server.address("/index.php").toString(),
            Integer.toString(server.site()),
            server.token());
    for (String format : List.of("json", "xml", "csv", "tsv")) {
      Map<String, Long> pages = new TreeMap<>();
      Iterator<String> labels = read.path(format).fieldNames();
      labels.forEachRemaining(label -> pages.put(label, read.path(format).get(label).asLong()));
      assertThat(pages).as(format).isEqualTo(PAGES);
    }
    assertThat(read.path("bulk").path(0).path("value").asLong()).isEqualTo(3);
    assertThat(read.path("bulk").path(1).path("result").asText()).isEqualTo("error");
    assertThat(read.path("refused").toString()).isEqualTo("[401,\"error\"]");
  }

  private JsonNode run(String script, String interpreter, String... words)
      throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (var source = ReadingClientsIT.class.getResourceAsStream(script)) {
      Files.write(file, source.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(interpreter, file.toString()));
    command.addAll(List.of(words));
    Path said = folder.resolve("said");
    Path complained = folder.resolve("complained");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(complained.toFile());
    builder
        .environment()
        .put("NODE_PATH", Path.of("webapp", "node_modules").toAbsolutePath().toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", interpreter).isTrue();
      assertThat(process.exitValue()).as(Files.readString(complained)).isZero();
      return JSON.readTree(said.toFile());
    } finally {
      process.destroyForcibly();
    }
  }
}
