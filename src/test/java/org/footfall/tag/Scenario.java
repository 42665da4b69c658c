package org.footfall.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page with a tag and what must come of it, as one paragraph of a file. What a line means is told
 * by how it begins:
 *
 * <pre>
 * #    the name                              //  a comment
 * ^    the page's address (path, query …; another host as //host/path) and the one it was come from
 * &amp;    a cookie with which the visitor comes: name and value
 * !    what the browser runs before any script of the page
 * {@literal <}    a line of the page
 * …    any other line is script that runs before the tag is there
 * &gt;    a request that must come: name=value, name~pattern, name, -name (not there); :POST, :bulk …
 * &gt;=   the names of a request that must come, in their order (pf_… do not count)
 * +    script to run after the tag has come
 * ?    an expression of the page and, after =&gt;, its value as JSON or ~pattern
 * *    a cookie: name, value or ~pattern, its life in seconds, SameSite, path; -name: not there
 * &#64;    what the visitor does: click …, middle …, context …, go …, leave now
 * %    words on the console that are in order
 * </pre>
 *
 * {origin} and {base} stand for the site's address and that with the page's folder, {folder} for
 * the folder alone, {ago:5} for the time five seconds ago, {@literal ####} in a cookie's name for
 * the four digits that tell its domain and path.
 */
record Scenario(
    String name,
    String address,
    String before,
    String html,
    String script,
    List<String> steps,
    List<String> brought,
    List<String> words) {
  private static final String STEPS = ">+?*@";

  static List<Scenario> read(String file) {
    String text;
    try (InputStream in = Scenario.class.getResourceAsStream(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Scenario> all = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ") && !lines.isEmpty()) {
        all.add(of(lines));
        lines.clear();
      }
      if (!line.isBlank() && !line.startsWith("//")) {
        lines.add(line);
      }
    }
    all.add(of(lines));
    return all;
  }

  private static Scenario of(List<String> lines) {
    List<String> steps = new ArrayList<>();
    List<String> brought = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    StringBuilder html = new StringBuilder();
    StringBuilder script = new StringBuilder();
    String address = "/page";
    for (String line : lines.subList(1, lines.size())) {
      char kind = line.charAt(0);
      String rest = line.substring(1).strip();
      if (STEPS.indexOf(kind) >= 0) {
        steps.add(line);
      } else if (kind == '^') {
        address = rest;
      } else if (kind == '&') {
        brought.add(rest);
      } else if (kind == '!') {
        before.append(rest).append('\n');
      } else if (kind == '<') {
        html.append(line).append('\n');
      } else if (kind == '%') {
        words.add(rest);
      } else {
        script.append(line).append('\n');
      }
    }
    return new Scenario(
        lines.get(0).substring(2),
        address,
        before.toString(),
        html.toString(),
        script.toString(),
        steps,
        brought,
        words);
  }

  @Override
  public String toString() {
    return name;
  }
}
