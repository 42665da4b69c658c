package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.footfall.enrich.referrer.Referrer;
import org.footfall.ingest.TransferStore.Progress;
import org.footfall.queue.SequenceGaps;
import org.footfall.site.SiteId;
import org.footfall.testing.TestDatabase;
import org.footfall.visit.ActionKind;
import org.footfall.visit.Custom;
import org.footfall.visit.Deed;
import org.footfall.visit.Detail;
import org.footfall.visit.DeviceTraits;
import org.footfall.visit.Goals;
import org.footfall.visit.Hit;
import org.footfall.visit.Identity;
import org.footfall.visit.PageUrl;
import org.footfall.visit.Timings;
import org.footfall.visit.Traits;
import org.footfall.visit.VisitChoices;
import org.footfall.visit.VisitMatcher;
import org.junit.jupiter.api.Test;

/** How many visits stay in memory. */
class OpenVisitsIT {
  private static final Traits TRAITS =
      new Traits(
          "fr",
          "",
          "",
          0,
          0,
          new byte[4],
          "fr",
          0,
          "1024x768",
          7,
          "Firefox",
          DeviceTraits.UNKNOWN,
          "");

  private static Hit hit(SiteId site, Instant time, long device) {
    return new Hit(
        site,
        time.atZone(ZoneOffset.UTC).toLocalDate(),
        time.getEpochSecond(),
        Identity.UNKNOWN,
        device,
        false,
        new Deed(
            ActionKind.PAGE_VIEW,
            new PageUrl(0, "example.org/"),
            "Home",
            "",
            Detail.NONE,
            Timings.NONE),
        Referrer.DIRECT,
        TRAITS,
        false,
        Custom.NONE,
        Goals.NONE,
        UnaryOperator.identity());
  }

  private static ShardState state(TransferRig rig) {
    return new ShardState(
        0,
        new Progress(0, 0, Map.of()),
        new TransferStore(rig.database, rig.clock),
        new VisitorStore(rig.database),
        new OrderStore(rig.database),
        rig.reader,
        new TextPool());
  }

  private static TransferBatch batch(ShardState state) {
    return new TransferBatch(state, 1, List.of(), new SequenceGaps(Map.of(), Instant.EPOCH), 1);
  }

  @Test
  void ofOneBusyDayOnlyWhatMayGoOnStaysWhenMemoryIsShort() {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      ShardState state = state(rig);
      VisitMatcher matcher = new VisitMatcher(state, VisitChoices.USUAL);
      SiteId site = new SiteId(1);
      for (int minute = 0; minute < 300; minute++) {
        matcher.match(hit(site, TransferRig.START.plusSeconds(minute * 60L), minute + 1));
      }
      state.committed(batch(state), 100);
      assertThat(state.openVisits()).isEqualTo(31);
    }
  }

  @Test
  void whileThereIsRoomNothingIsDropped() {
    try (TransferRig rig = new TransferRig(TestDatabase.fresh())) {
      ShardState state = state(rig);
      VisitMatcher matcher = new VisitMatcher(state, VisitChoices.USUAL);
      for (int site = 1; site <= 3; site++) {
        matcher.match(hit(new SiteId(site), TransferRig.START, 7));
      }
      state.committed(batch(state), 3);
      assertThat(state.openVisits()).isEqualTo(3);
      state.committed(batch(state), 2);
      assertThat(state.openVisits()).isEqualTo(2);
    }
  }
}
