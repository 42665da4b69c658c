package org.footfall.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Browsers that no test can steer alike; what they have in common is that each, started with an
 * address, shows the page. Debian's packages bring those of today, the build those of years ago.
 */
enum Engine {
  /** The oldest Chromium that is to be had and runs. */
  CHROMIUM_64("HeadlessChrome/64.") {
    @Override
    List<String> command(Path profile, boolean cookies) {
      return List.of(
          BUILT.resolve("chromium").toString(),
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--remote-debugging-port=0",
          "--user-data-dir=" + profile);
    }
  },
  /** The engine of Safari 13, in the web view of JavaFX 13, which has no sendBeacon. */
  WEBKIT_608("AppleWebKit/608.") {
    @Override
    List<String> command(Path profile, boolean cookies) {
      return List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Duser.home=" + profile,
          "-Dprism.order=sw",
          "-cp",
          BUILT.resolve("javafx") + "/*",
          "src/test/engines/WebView.java");
    }
  },
  /** The engine of Safari in a build for devices without a window system, some years old. */
  WPE("Safari/605.") {
    @Override
    List<String> command(Path profile, boolean cookies) {
      return List.of(
          "cog", "--platform=headless", "--cookie-store=" + (cookies ? "always" : "never"));
    }
  },
  /** The engine of Safari as it is. */
  WEBKIT_GTK("Safari/605.") {
    @Override
    List<String> command(Path profile, boolean cookies) {
      return List.of("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "--private");
    }
  },
  FIREFOX("Firefox/") {
    @Override
    List<String> command(Path profile, boolean cookies) throws IOException {
      // No page of its own may come before ours.
      Files.writeString(
          profile.resolve("user.js"),
          """
          user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
          user_pref("browser.aboutwelcome.enabled", false);
          user_pref("termsofuse.bypassNotification", true);
          user_pref("network.cookie.cookieBehavior", %d);
          """
              .formatted(cookies ? 0 : 2));
      return List.of("firefox-esr", "--headless", "--profile", profile.toString());
    }
  };

  private static final Path BUILT = Path.of("target", "engines").toAbsolutePath();

  /** Part of what it calls itself. */
  final String agent;

  Engine(String agent) {
    this.agent = agent;
  }

  abstract List<String> command(Path profile, boolean cookies) throws IOException;

  /**
   * Shows a page until it is closed.
   *
   * @param profile an empty folder
   * @param display of an X server
   * @param cookies whether it takes any; some engines always do
   */
  Window open(String address, Path profile, String display, boolean cookies) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              Stream.concat(command(profile, cookies).stream(), Stream.of(address)).toList());
      builder.environment().put("DISPLAY", display);
      builder.environment().put("HOME", profile.toString());
      builder.environment().put("XDG_RUNTIME_DIR", profile.toString());
      Path said = profile.resolve("said.txt");
      return new Window(
          builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A browser that runs.
   *
   * @param said what it prints
   */
  record Window(Process process, Path said) implements AutoCloseable {
    @Override
    public void close() {
      List<ProcessHandle> all =
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(one -> one.onExit().join());
    }
  }
}
