package org.footfall.visit;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.footfall.enrich.referrer.CampaignParameters;
import org.footfall.enrich.referrer.WebAddress;
import org.footfall.site.Expression;

/**
 * How a site's pages are told apart by address: at most 1,024 characters; protocol and host in
 * lower case; the fragment only where the site wants it; without parameters that say who came and
 * how instead of what was seen; {@code /page;a=b} as {@code /page?a=b}. A text without {@code //}
 * is no address and counts as none.
 */
public final class UrlRules {
  static final int MAX_LENGTH = 1_024;

  /** Parameters that never tell pages apart, besides the campaign ones. */
  private static final List<String> NEVER =
      List.of(
          "gclid",
          "fbclid",
          "msclkid",
          "twclid",
          "wbraid",
          "gbraid",
          "yclid",
          "fb_xd_fragment",
          "fb_comment_id",
          "phpsessid",
          "jsessionid",
          "sessionid",
          "aspsessionid",
          "doing_wp_cron",
          "sid",
          "pk_vid",
          "ignore_referrer",
          "ignore_referer");

  private final Set<String> excluded = new HashSet<>(NEVER);
  private final List<Expression> patterns = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();
  private final boolean keepFragment;

  /**
   * @param excludedParameters names, in any case, or expressions written {@code /so/}
   */
  public UrlRules(Collection<String> excludedParameters, boolean keepFragment) {
    this.keepFragment = keepFragment;
    excluded.addAll(CampaignParameters.ALL);
    for (String parameter : excludedParameters) {
      String name = parameter.trim().toLowerCase(Locale.ROOT);
      if (name.length() > 2 && name.startsWith("/") && name.endsWith("/")) {
        pattern(parameter.trim());
      } else {
        excluded.add(name);
      }
    }
  }

  /** What is no expression excludes what is called so. */
  private void pattern(String between) {
    Expression.of(between.substring(1, between.length() - 1), false)
        .ifPresentOrElse(
            pattern -> {
              patterns.add(pattern);
              expressions.add(between);
            },
            () -> excluded.add(between.toLowerCase(Locale.ROOT)));
  }

  /**
   * The parameters that do not tell pages apart, for those who compare addresses elsewhere: names
   * in lower case, then expressions written {@code /so/}.
   */
  public List<String> excludedParameters() {
    List<String> all = new ArrayList<>(excluded.stream().sorted().toList());
    all.addAll(expressions);
    return all;
  }

  /** Whether the fragment tells pages apart. */
  public boolean keepsFragment() {
    return keepFragment;
  }

  /**
   * @param sent the address as the client sent it
   * @param charset what the page was written in, as the client says; empty means UTF-8
   */
  public PageUrl page(String sent, String charset) {
    String address = Texts.clean(sent, MAX_LENGTH);
    if (address.isEmpty()) {
      return PageUrl.NONE;
    }
    WebAddress cut = WebAddress.of(WebAddress.withQuery(address));
    if (cut.host().isEmpty()) {
      return isAddress(address) ? PageUrl.of(address) : PageUrl.NONE;
    }
    StringBuilder page = new StringBuilder(address.length());
    page.append(cut.scheme().isEmpty() ? "http" : cut.scheme()).append("://").append(cut.host());
    if (!cut.port().isEmpty()) {
      page.append(':').append(cut.port());
    }
    page.append(cut.path());
    appendKept(page, recode(cut.query(), charset));
    String fragment = keepFragment ? withoutHashes(cut.fragment()) : "";
    if (!fragment.isEmpty()) {
      page.append('#').append(fragment);
    }
    return PageUrl.of(Texts.cut(page.toString(), MAX_LENGTH + 2));
  }

  /** Whether there is something behind {@code //}, which a scheme may lead. */
  static boolean isAddress(String text) {
    int slashes = text.indexOf("//");
    return slashes >= 0
        && (slashes == 0 || text.charAt(slashes - 1) == ':')
        && slashes + 2 < text.length();
  }

  private static String withoutHashes(String fragment) {
    int end = fragment.length();
    while (end > 0 && fragment.charAt(end - 1) == '#') {
      end--;
    }
    return fragment.substring(0, end);
  }

  private void appendKept(StringBuilder page, String query) {
    char before = '?';
    int at = 0;
    while (at < query.length()) {
      int end = query.indexOf('&', at);
      end = end < 0 ? query.length() : end;
      if (end > at && !isExcluded(query, at, end)) {
        page.append(before).append(query, at, end);
        before = '&';
      }
      at = end + 1;
    }
  }

  private boolean isExcluded(String query, int at, int end) {
    int nameEnd = at;
    while (nameEnd < end && query.charAt(nameEnd) != '=' && !bracket(query, nameEnd)) {
      nameEnd++;
    }
    String name = query.substring(at, nameEnd).toLowerCase(Locale.ROOT);
    if (excluded.contains(name)) {
      return true;
    }
    for (Expression pattern : patterns) {
      if (pattern.isIn(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean bracket(String query, int at) {
    return query.charAt(at) == '[' || query.regionMatches(true, at, "%5B", 0, 3);
  }

  /** Escapes of another character set as those of UTF-8. */
  private static String recode(String query, String name) {
    if (name.isEmpty() || query.indexOf('%') < 0 || name.equalsIgnoreCase("utf-8")) {
      return query;
    }
    Charset charset;
    try {
      charset = Charset.forName(name.trim());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return query;
    }
    return charset.equals(StandardCharsets.UTF_8) ? query : Escapes.recode(query, charset);
  }
}
