package org.footfall.enrich.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * User agents of all kinds and what node-device-detector tells of them; made by {@code
 * src/test/device/collect.mjs}, which names the sources, and {@code oracle.mjs}.
 */
public final class GoldenSample {
  /** One of them; {@code told} by the oracle's words. */
  public record Agent(String text, Map<String, String> hints, Map<String, String> told) {
    public String told(String what) {
      return told.getOrDefault(what, "");
    }
  }

  private GoldenSample() {}

  public static List<Agent> read() {
    ObjectMapper mapper = new ObjectMapper();
    List<Agent> agents = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(GoldenSample.class.getResourceAsStream("golden.jsonl.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode agent = mapper.readTree(line);
        agents.add(
            new Agent(
                agent.path("ua").asText(), texts(agent.path("hints")), texts(agent.path("is"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return agents;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
