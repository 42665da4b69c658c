package org.footfall.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * What browsers load besides pages. Every file is served under a name that holds the hash of its
 * content, so that it may be kept for ever and a new version is a new name. All lie in memory,
 * compressed once.
 */
final class Assets {
  /** Where they are served. */
  static final String FOLDER = "/assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "footfall.css", "text/css; charset=utf-8",
          "footfall.js", "text/javascript; charset=utf-8",
          "overlay.js", "text/javascript; charset=utf-8",
          "favicon.svg", "image/svg+xml");

  /** A file ready to be sent. */
  record Asset(String type, String tag, byte[] bytes, byte[] gzip) {}

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> byName = new HashMap<>();

  Assets() {
    TYPES.forEach(this::load);
  }

  private void load(String file, String type) {
    byte[] bytes = read(file);
    String hash = hash(bytes);
    int dot = file.lastIndexOf('.');
    String name = file.substring(0, dot) + "-" + hash + file.substring(dot);
    addresses.put(file, FOLDER + name);
    byName.put(name, new Asset(type, '"' + hash + '"', bytes, gzip(bytes)));
  }

  /** The address of a file. */
  String address(String file) {
    return addresses.get(file);
  }

  /** The file of a served name. */
  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("/webapp/static/" + file)) {
      if (in == null) {
        throw new IllegalStateException("webapp/static/" + file + " is not in the build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return packed.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
