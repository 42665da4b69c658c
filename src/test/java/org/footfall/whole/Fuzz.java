package org.footfall.whole;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footfall.ingest.FuzzedTransfer;
import org.footfall.tracking.FuzzedDoor;

/**
 * What a coverage-guided fuzzer changes, from the door to the rows of the log: each class is a
 * target of Jazzer's. An exception is a finding; so is a log that reads other rows than it must.
 */
public final class Fuzz {
  private static final FuzzedTransfer TRANSFER =
      new FuzzedTransfer(FuzzedDoor.site(), FuzzedDoor.settings());
  private static final String HIT = "idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F";

  private Fuzz() {}

  /** A query as it is on the wire. */
  public static final class Query {
    private Query() {}

    public static void fuzzerTestOneInput(byte[] data) {
      take(HIT + "&" + new String(data, StandardCharsets.ISO_8859_1), Map.of());
    }
  }

  /** The body of a bulk request. */
  public static final class Bulk {
    private Bulk() {}

    public static void fuzzerTestOneInput(byte[] data) {
      int unused = TRANSFER.rows(FuzzedDoor.hits("", "application/json", data, Map.of()));
    }
  }

  /** User agent and client hints, as headers and as the parameter {@code uadata}. */
  public static final class Agent {
    private static final List<String> HINTS =
        List.of(
            "sec-ch-ua",
            "sec-ch-ua-full-version-list",
            "sec-ch-ua-platform",
            "sec-ch-ua-platform-version",
            "sec-ch-ua-model",
            "sec-ch-ua-mobile",
            "x-requested-with");

    private Agent() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      Map<String, String> headers = new HashMap<>();
      headers.put("accept-language", data.consumeString(40));
      for (String hint : HINTS) {
        if (data.consumeBoolean()) {
          headers.put(hint, data.consumeString(80));
        }
      }
      String told = data.consumeBoolean() ? "&uadata=" + encoded(data.consumeString(200)) : "";
      headers.put("user-agent", data.consumeRemainingAsString());
      take(HIT + "&bots=1" + told, headers);
    }
  }

  /** Items of a cart or an order, and custom variables: JSON within a parameter. */
  public static final class Lists {
    private static final List<String> NAMES = List.of("ec_items", "_cvar", "cvar", "e_cvar");

    private Lists() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      StringBuilder query = new StringBuilder(HIT + "&idgoal=0&revenue=").append(data.consumeInt());
      if (data.consumeBoolean()) {
        query.append("&ec_id=").append(encoded(data.consumeString(20)));
      }
      String name = data.pickValue(NAMES);
      query.append('&').append(name).append('=').append(encoded(data.consumeRemainingAsString()));
      take(query.toString(), Map.of());
    }
  }

  /** Twice the same hit, so that a visit goes on, too. */
  private static void take(String query, Map<String, String> headers) {
    var hits = new java.util.ArrayList<>(FuzzedDoor.hits(query, null, null, headers));
    hits.addAll(java.util.List.copyOf(hits));
    int unused = TRANSFER.rows(hits);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
