package org.footfall.enrich.referrer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTableTest {
  private static HostTable<String> table() {
    HostTable.Builder<String> table = new HostTable.Builder<>();
    table.put("a.org", false, "replaced");
    table.put("www.A.org", false, "host");
    table.put("a.org/x", false, "path");
    table.put("a.org/x/y/", false, "longer");
    table.put("*.b.org", false, "below");
    table.put("c.b.org", false, "closer");
    table.put("d.org", true, "all");
    table.put("e.org/only", false, "only");
    return table.build();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a.org,         /,        host
          a.org,         '',       host
          www.a.org,     /z,       host
          a.org,         /x,       path
          a.org,         /x/,      path
          a.org,         /xx,      host
          a.org,         /x/y,     longer
          a.org,         /x/y/z,   longer
          sub.a.org,     /,
          b.org,         /,        below
          x.y.b.org,     /,        below
          c.b.org,       /,        closer
          x.c.b.org,     /,        below
          xb.org,        /,
          d.org,         /,        all
          x.d.org,       /,        all
          e.org,         /,
          e.org,         /only,    only
          org,           /,
          ....,          /,
          """)
  void whatIsSaidMostCloselyCounts(String host, String path, String expected) {
    assertThat(table().find(host, path)).isEqualTo(expected);
  }
}
