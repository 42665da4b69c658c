package org.footfall.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tracker, its small sibling, and the parts that pages load on first use. The build lists them
 * in {@code tag.json}; all lie in memory, compressed once.
 */
public final class TagFiles {
  private static final String LIST = "tag.json";
  private static final String PART = "part-";
  private static final String SCRIPT = ".js";

  private final Map<String, TagFile> files = new HashMap<>();

  private TagFiles() {}

  /** Those of the build. */
  public static TagFiles load() {
    return load("/org/footfall/tag/");
  }

  /** Those of a folder among the resources. */
  public static TagFiles load(String folder) {
    TagFiles all = new TagFiles();
    try {
      JsonNode list = new ObjectMapper().readTree(read(folder + LIST));
      list.properties()
          .forEach(
              entry -> {
                String path = folder + entry.getKey();
                all.files.put(
                    entry.getKey(),
                    new TagFile(
                        entry.getValue().path("hash").asText(),
                        read(path),
                        read(path + ".gz"),
                        read(path + ".br"),
                        read(path + ".map")));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
    all.tracker();
    all.lite();
    return all;
  }

  /** The whole tracker. */
  public TagFile tracker() {
    return known("tracker.js");
  }

  /** The one that does less and is much smaller. */
  public TagFile lite() {
    return known("lite.js");
  }

  /** What the tracker loads when it is first asked for it. */
  public Optional<TagFile> part(String name) {
    return Optional.ofNullable(files.get(PART + name + SCRIPT));
  }

  /** All such by their names. */
  Map<String, TagFile> parts() {
    Map<String, TagFile> parts = new TreeMap<>();
    files.forEach(
        (file, content) -> {
          if (file.startsWith(PART)) {
            parts.put(file.substring(PART.length(), file.length() - SCRIPT.length()), content);
          }
        });
    return parts;
  }

  private TagFile known(String name) {
    TagFile file = files.get(name);
    if (file == null) {
      throw new IllegalStateException(name + " is not in the build");
    }
    return file;
  }

  private static byte[] read(String resource) {
    try (InputStream in = TagFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
