package org.footfall.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** What a person likes on this device: light or dark, and whether single keys do something. */
final class PreferenceServlet extends PageServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration KEPT = Duration.ofDays(365);
  private static final Set<String> THEMES = Set.of("light", "dark");

  PreferenceServlet(Pages pages) {
    super(pages);
  }

  @Override
  void show(Exchange exchange) throws IOException {
    exchange.redirect("/");
  }

  @Override
  void accept(Exchange exchange) throws IOException {
    String theme = exchange.parameter("theme");
    if (!theme.isEmpty()) {
      remember(exchange, Pages.THEME_COOKIE, theme, THEMES.contains(theme));
    }
    String keys = exchange.parameter("keys");
    if (!keys.isEmpty()) {
      remember(exchange, Pages.SHORTCUTS_COOKIE, keys, keys.equals("off"));
    }
    exchange.redirect(exchange.parameter("to"));
  }

  /** Anything but a known value goes back to the usual. */
  private static void remember(Exchange exchange, String cookie, String value, boolean known) {
    exchange.setCookie(cookie, known ? value : "", "/", known ? KEPT : Duration.ZERO);
  }
}
