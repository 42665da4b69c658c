package org.footfall.tracking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.footfall.tracking.TrackingFailure.Kind;

/**
 * The mistakes of senders, until somebody {@linkplain #drain takes them} to the database: the first
 * of each site and kind, and no more than a few of them, whatever is sent.
 */
public final class TrackingFailures {
  private static final int MOST = 200;
  private static final int LONGEST = 2_000;
  private static final String HIDDEN = "***";

  private static final Pattern TOKEN = Pattern.compile("(?i)(token_auth(?:=|%3D))[^&#%\\s]+");

  private record Key(int site, Kind kind) {}

  private final Map<Key, TrackingFailure> waiting = new ConcurrentHashMap<>();

  /** Keeps a hit that was refused, if its like is not kept already. */
  void note(Parameters hit, Rejection why, Senders senders, Snapshot snapshot, Instant at) {
    Kind kind = Kind.of(why);
    if (kind == null || waiting.size() >= MOST) {
      return;
    }
    long sent = hit.number("idsite", 0);
    Key key = new Key(sent > 0 && sent <= Integer.MAX_VALUE ? (int) sent : 0, kind);
    if (!waiting.containsKey(key)) {
      keep(new TrackingFailure(key.site(), kind, at, query(hit, senders, snapshot), url(hit)));
    }
  }

  /** Takes what was kept since the last time. */
  public List<TrackingFailure> drain() {
    List<TrackingFailure> taken = new ArrayList<>(waiting.values());
    taken.forEach(failure -> waiting.remove(new Key(failure.site(), failure.kind()), failure));
    return taken;
  }

  /** Takes back what could not be stored. */
  public void giveBack(List<TrackingFailure> failures) {
    failures.forEach(this::keep);
  }

  private void keep(TrackingFailure failure) {
    TrackingFailure unused = waiting.putIfAbsent(new Key(failure.site(), failure.kind()), failure);
  }

  /** Changes the hit, which is refused and of no use any more. */
  private static String query(Parameters hit, Senders senders, Snapshot snapshot) {
    Map<String, String> shown = hit.values();
    SiteRules rules = snapshot.site(hit.number("idsite", 0));
    snapshot.discretion().apply(shown, rules == null ? SiteUrls.NONE : rules.urls());
    shown.computeIfPresent("cip", (name, value) -> HIDDEN);
    shown.remove("token_auth");
    StringBuilder query = new StringBuilder();
    shown.forEach(
        (name, value) -> {
          if (query.length() < LONGEST) {
            add(query, name, value);
          }
        });
    if (senders.showedToken()) {
      add(query, "token_auth", HIDDEN);
    }
    return cut(query.toString());
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(URLEncoder.encode(cut(name), StandardCharsets.UTF_8))
        .append('=')
        .append(
            URLEncoder.encode(
                cut(TOKEN.matcher(value).replaceAll("$1" + HIDDEN)), StandardCharsets.UTF_8));
  }

  private static String url(Parameters hit) {
    return cut(TOKEN.matcher(hit.get("url")).replaceAll("$1" + HIDDEN));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, split ? LONGEST - 1 : LONGEST);
  }
}
