package org.footfall.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of parameters and headers that are stored as one byte. The position is part of the stored
 * format: add at the end, never move or remove, at most 255.
 */
final class KnownNames {
  private static final List<String> NAMES =
      List.of(
          "action_name",
          "url",
          "urlref",
          "_id",
          "cid",
          "uid",
          "pv_id",
          "res",
          "h",
          "m",
          "s",
          "cookie",
          "fla",
          "java",
          "qt",
          "realp",
          "pdf",
          "wma",
          "ag",
          "dir",
          "gears",
          "cdt",
          "cs",
          "new_visit",
          "country",
          "region",
          "city",
          "lat",
          "long",
          "link",
          "download",
          "search",
          "search_cat",
          "search_count",
          "e_c",
          "e_a",
          "e_n",
          "e_v",
          "c_n",
          "c_p",
          "c_t",
          "c_i",
          "ca",
          "ping",
          "idgoal",
          "revenue",
          "ec_id",
          "ec_items",
          "ec_st",
          "ec_tx",
          "ec_sh",
          "ec_dt",
          "_pks",
          "_pkn",
          "_pkc",
          "_pkp",
          "pf_net",
          "pf_srv",
          "pf_tfr",
          "pf_dm1",
          "pf_dm2",
          "pf_onl",
          "gt_ms",
          "dimension1",
          "dimension2",
          "dimension3",
          "dimension4",
          "dimension5",
          "_cvar",
          "cvar",
          "e_cvar",
          "data",
          "uadata",
          "_idts",
          "_idvc",
          "_viewts",
          "_ects",
          "_idn",
          "_refts",
          "_ref",
          "_rcn",
          "_rck",
          "bots",
          "recMode",
          "consent",
          "http_status",
          "bw_bytes",
          "source",
          "dp",
          "sec-ch-ua",
          "sec-ch-ua-mobile",
          "sec-ch-ua-platform",
          "sec-ch-ua-platform-version",
          "sec-ch-ua-full-version-list",
          "sec-ch-ua-model",
          "sec-ch-ua-form-factors",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "mtm_campaign",
          "mtm_kwd",
          "pk_campaign",
          "pk_kwd");

  private static final Map<String, Integer> CODES = codes();

  private KnownNames() {}

  /** 1 to 255, or 0 for a name that is none of these. */
  static int code(String name) {
    return CODES.getOrDefault(name, 0);
  }

  /** The name of a code that is not 0. */
  static String name(int code) {
    if (code > NAMES.size()) {
      throw new CodecException("unknown name " + code);
    }
    return NAMES.get(code - 1);
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      codes.put(NAMES.get(i), i + 1);
    }
    return codes;
  }
}
