package org.footfall.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The statements of one class: {@code AccountStore.findByLogin.sql}, beside {@code AccountStore},
 * is its statement {@code findByLogin}. All are loaded when the class asks, at start; a name
 * without a file stops the start.
 */
public final class Sql {
  private static final String SUFFIX = ".sql";

  private final String owner;
  private final Map<String, String> statements;

  private Sql(String owner, Map<String, String> statements) {
    this.owner = owner;
    this.statements = statements;
  }

  /** Loads all statements of a class. */
  public static Sql of(Class<?> owner) {
    String prefix = owner.getSimpleName() + ".";
    Map<String, String> statements = new TreeMap<>();
    try {
      for (String file : filesBeside(owner)) {
        if (file.startsWith(prefix) && file.endsWith(SUFFIX)) {
          String name = file.substring(prefix.length(), file.length() - SUFFIX.length());
          statements.put(name, text(owner, file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the statements of " + owner.getName(), e);
    }
    return new Sql(owner.getSimpleName(), statements);
  }

  /** The text of a statement. */
  public String get(String name) {
    String statement = statements.get(name);
    if (statement == null) {
      throw new IllegalStateException(
          "no file "
              + owner
              + "."
              + name
              + SUFFIX
              + " beside the class; there are "
              + statements.keySet());
    }
    return statement;
  }

  private static List<String> filesBeside(Class<?> owner) throws IOException {
    String self = owner.getName().substring(owner.getName().lastIndexOf('.') + 1) + ".class";
    URL url = owner.getResource(self);
    if (url == null) {
      throw new IllegalStateException("cannot find where " + owner.getName() + " was loaded from");
    }
    if (url.openConnection() instanceof JarURLConnection jar) {
      String folder = jar.getEntryName().substring(0, jar.getEntryName().length() - self.length());
      try (Stream<String> names = jar.getJarFile().stream().map(entry -> entry.getName())) {
        return names
            .filter(name -> name.startsWith(folder))
            .map(name -> name.substring(folder.length()))
            .toList();
      }
    }
    return filesIn(url);
  }

  private static List<String> filesIn(URL url) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(url.toURI()).resolveSibling(""))) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String text(Class<?> owner, String file) throws IOException {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no resource " + file);
      }
      String statement = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (statement.endsWith(";")) {
        statement = statement.substring(0, statement.length() - 1);
      }
      if (statement.isEmpty()) {
        throw new IllegalStateException("the file " + file + " is empty");
      }
      return statement;
    }
  }
}
