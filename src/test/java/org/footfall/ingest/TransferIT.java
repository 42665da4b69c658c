package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.footfall.site.SiteId;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.TrackingRequestCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of hits from the queue into the log, on a real database. */
class TransferIT {
  private static final String ANNA = "00000000000000a1";
  private static final String BEN = "00000000000000b2";

  private TransferRig rig;
  private SiteId site;
  private MemorySource source;
  private TransferJob job;

  @BeforeEach
  void start() {
    rig = new TransferRig(TestDatabase.fresh());
    site = rig.addSite();
    source = new MemorySource(TransferRig.shardOf(site));
    job = rig.job(source, "node", 5_000);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void hitsBecomeVisitsAndActions() throws Exception {
    source.add(TransferRig.view(site, 0, ANNA, "a"));
    source.add(TransferRig.view(site, 60, ANNA, "b"));
    source.add(TransferRig.view(site, 90, BEN, "c"));
    assertThat(rig.run(job).sentence()).isEqualTo("3 hits.");
    assertThat(rig.pages(site)).containsExactly("example.org/a", "example.org/b", "example.org/c");
    assertThat(rig.visits(site)).hasSize(1);
  }

  @Test
  void aHitOfAnUnsupportedKindIsCountedAndIsNoPageView() throws Exception {
    for (Map<String, String> kind :
        java.util.List.of(
            Map.of("e_c", "Videos", "e_a", "Play"),
            Map.of("link", "http://x.org"),
            Map.of("download", "http://example.org/a.zip"),
            Map.of("search", "word"),
            Map.of("url", "http://example.org/?q=word"),
            Map.of("c_n", "banner"),
            Map.of("idgoal", "0"),
            Map.of("ping", "1"))) {
      source.add(TrackingRequestCodec.encode(TransferRig.request(site, 0, kind)));
    }
    rig.run(job);
    assertThat(rig.actions(site)).isEmpty();
    assertThat(rig.fate("unsupported")).isEqualTo(8);
  }
}
