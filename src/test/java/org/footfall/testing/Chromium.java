package org.footfall.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, without a window. It keeps what goes wrong in any page: messages on the
 * console (a breach of the content policy is one), failed scripts, and requests to other hosts.
 */
public final class Chromium implements AutoCloseable {
  private static final String PROGRAM = "/usr/bin/chromium";
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Names of shops in tests lead to this host.
          "--host-resolver-rules=MAP *.test 127.0.0.1");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;

  public final List<String> complaints = new ArrayList<>();
  public final List<String> strangers = new ArrayList<>();

  public Chromium() {
    this(List.of(), List.of());
  }

  private Chromium(List<String> unwanted, List<String> more) {
    browser = launch(unwanted, more);
  }

  /** One that keeps pages for the way back, as browsers at home do and Playwright's do not. */
  public static Chromium withBackForwardCache() {
    return new Chromium(List.of("--disable-back-forward-cache"), List.of());
  }

  /** One in which pages that a test answers for itself, from no address, may use servers here. */
  public static Chromium forMadeUpPages() {
    return new Chromium(
        List.of(),
        List.of("--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests"));
  }

  /**
   * One that shows a page to nobody, for what it does not do while it is watched, such as to prepare
   * pages that are likely to come next.
   *
   * @param profile an empty folder
   */
  public static AutoCloseable unwatched(Path profile, String address) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "--headless=new"));
    command.addAll(ARGUMENTS);
    command.addAll(List.of("--user-data-dir=" + profile, address));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TMPDIR", profile.toString());
    Process process = builder.start();
    return () -> {
      List<ProcessHandle> all = process.descendants().toList();
      process.destroy();
      process.waitFor();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(one -> one.onExit().join());
    };
  }

  private Browser launch(List<String> unwanted, List<String> more) {
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    arguments.addAll(more);
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(PROGRAM))
                .setIgnoreDefaultArgs(unwanted)
                .setArgs(arguments));
  }

  /** A new profile. */
  public BrowserContext profile(int width, ColorScheme theme) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(theme));
  }

  /** A new profile that differs from the usual in something. */
  public BrowserContext profile(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  /** A new profile in which pages run no script. */
  public BrowserContext withoutScripts() {
    return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** A page of a profile; requests that do not begin with one of the addresses are noted. */
  public Page page(BrowserContext profile, String... ours) {
    Page page = profile.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onRequest(
        request -> {
          boolean own = request.url().startsWith("data:");
          for (String address : ours) {
            own |= request.url().startsWith(address);
          }
          if (!own) {
            strangers.add(request.url());
          }
        });
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
