package org.footfall.ui;

import java.util.Locale;

/**
 * What every page has around its content.
 *
 * @param theme {@code light} or {@code dark}, or null to follow the system
 * @param shortcuts {@code off}, or null while single keys work
 * @param login who is signed in, or empty
 * @param formToken for the page's forms
 * @param here the page's own address, to come back to
 */
record Frame(
    String title,
    String theme,
    String shortcuts,
    String css,
    String script,
    String icon,
    String login,
    String formToken,
    String here) {

  /** What stands for the person in a small circle. */
  String initials() {
    int end = Math.min(2, login.length());
    return login.substring(0, end).toUpperCase(Locale.ROOT);
  }

  boolean signedIn() {
    return !login.isEmpty();
  }
}
