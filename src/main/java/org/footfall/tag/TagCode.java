package org.footfall.tag;

import static org.footfall.tag.PageText.string;
import static org.footfall.tag.PageText.strings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;

/**
 * The code that loads the tracker into a page: calls that wait in {@code _paq}, and the script that
 * carries them out. Calls are said in the order in which they were added.
 */
public final class TagCode {
  private final ServerAddress server;
  private final String site;
  private final StringBuilder calls = new StringBuilder();
  private String noScript = "";

  public TagCode(ServerAddress server, int site) {
    this.server = server;
    this.site = Integer.toString(site);
  }

  /** Calls a method without arguments. */
  @CanIgnoreReturnValue
  public TagCode call(String method) {
    return push(string(method));
  }

  /** Calls a method with a text. */
  @CanIgnoreReturnValue
  public TagCode call(String method, String argument) {
    return push(string(method) + ", " + string(argument));
  }

  /** Calls a method with a list of texts. */
  @CanIgnoreReturnValue
  public TagCode call(String method, List<String> argument) {
    return push(string(method) + ", " + strings(argument));
  }

  /** Calls a method with {@code true}. */
  @CanIgnoreReturnValue
  public TagCode switchOn(String method) {
    return push(string(method) + ", true");
  }

  /** Sets a custom variable. */
  @CanIgnoreReturnValue
  public TagCode variable(int slot, String name, String value, String scope) {
    return push(
        "'setCustomVariable', "
            + slot
            + ", "
            + string(name)
            + ", "
            + string(value)
            + ", "
            + string(scope));
  }

  /** Has titles begin with the name of the host they are on. */
  @CanIgnoreReturnValue
  public TagCode titlesByHost() {
    return push("'setDocumentTitle', document.domain + '/' + document.title");
  }

  /** Counts a page view of those whose browsers run no scripts, too. */
  @CanIgnoreReturnValue
  public TagCode withoutScript() {
    noScript = "<noscript>" + new ImageCode(server, site).html() + "</noscript>\n";
    return this;
  }

  /** The whole, to be put into the head of a page. */
  public String html() {
    return """
        <!-- Footfall -->
        <script>
          var _paq = window._paq = window._paq || [];
        %s  _paq.push(['trackPageView']);
          _paq.push(['enableLinkTracking']);
          _paq.push(['setTrackerUrl', %s]);
          _paq.push(['setSiteId', %s]);
        </script>
        <script async src="%s"></script>
        %s<!-- End Footfall -->
        """
        .formatted(
            calls,
            string(server.tracker()),
            string(site),
            PageText.attribute(server.script()),
            noScript);
  }

  private TagCode push(String arguments) {
    calls.append("  _paq.push([").append(arguments).append("]);\n");
    return this;
  }
}
