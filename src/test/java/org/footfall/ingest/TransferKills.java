package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.footfall.site.SiteId;

/** The hits of the kill tests, and what must have become of them. */
final class TransferKills {
  static final String ANNA = "00000000000000a1";
  static final int BATCH = 50;

  private TransferKills() {}

  static List<byte[]> hits(SiteId site, int count) {
    List<byte[]> hits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hits.add(TransferRig.view(site, i / 10, ANNA, "p" + i));
    }
    return hits;
  }

  /** Every hit once and in order, in the log and in the accounts. */
  static void assertExactlyOnce(TransferRig rig, SiteId site, int count) {
    assertThat(rig.pages(site))
        .isEqualTo(IntStream.range(0, count).mapToObj(i -> "example.org/p" + i).toList());
    assertThat(rig.visits(site)).hasSize(1);
    assertThat(rig.fate("accepted")).isEqualTo(count);
    assertThat(rig.fate("lost")).isZero();
  }
}
