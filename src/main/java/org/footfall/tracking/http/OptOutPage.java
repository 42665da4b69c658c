package org.footfall.tracking.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.footfall.tag.OptOutOptions;
import org.footfall.tag.OptOutWords;

/**
 * The opt-out page, as web sites show it in a frame. It holds all it needs, runs no script, and its
 * form is sent to where the page came from.
 *
 * @param out whether the browser is left out
 * @param notice what became of the last choice, if it was not followed; else empty
 * @param signal whether the browser is left out for what it sends with every request
 * @param nonce of {@link OptOutNonce}
 */
record OptOutPage(OptOutOptions options, boolean out, String notice, boolean signal, String nonce) {
  /** Of the form's fields. */
  static final String NONCE = "nonce";

  static final String CHOICE = "choice";
  static final String OUT = "out";
  static final String IN = "in";

  /** Its own style and form and nothing else; any page may frame it. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + hash(style())
        + "'; form-action 'self'; base-uri 'none'";
  }

  /** Values from the address are in the style alone, and were let through by their form. */
  String html() {
    String state =
        signal ? OptOutWords.SIGNAL : out ? OptOutWords.NOT_COUNTED : OptOutWords.COUNTED;
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        %s<p role="status">%s</p>
        <form method="post">
        <input type="hidden" name="%s" value="%s">
        <button name="%s" value="%s">%s</button>
        </form>
        </body>
        </html>
        """
        .formatted(
            OptOutWords.TITLE,
            style(),
            options.intro() ? "<p>" + OptOutWords.INTRO + "</p>\n" : "",
            (notice + " " + state).strip(),
            NONCE,
            nonce,
            CHOICE,
            out ? IN : OUT,
            out ? OptOutWords.TO_COUNT : OptOutWords.NOT_TO_COUNT);
  }

  private String style() {
    return "body{font-family:sans-serif;margin:0;"
        + options.style().css()
        + "}button{font:inherit}";
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
