package org.footfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.MapAssert;
import org.footfall.enrich.referrer.KnownReferrers;
import org.footfall.site.LocalChanges;
import org.footfall.site.SiteId;
import org.footfall.site.SiteStores;
import org.footfall.store.Query;
import org.footfall.testing.TestDatabase;
import org.footfall.tracking.Trace;
import org.footfall.tracking.TrackingRequestCodec;
import org.footfall.visit.VisitChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryTransferIT {
  private static final String ANNA = "00000000000000a1";
  private static final String BEN = "00000000000000b2";

  private TransferRig rig;
  private SiteId site;
  private DryTransfer dry;

  @BeforeEach
  void start() throws Exception {
    rig = new TransferRig(TestDatabase.fresh());
    site = rig.addSite();
    MemorySource source = new MemorySource(0);
    source.add(TransferRig.view(site, 0, ANNA, "a"));
    source.add(TransferRig.view(site, 60, ANNA, "b"));
    rig.run(rig.job(source, "node", 5_000));
    SiteStores stores = SiteStores.on(rig.database, rig.clock, new LocalChanges());
    dry =
        new DryTransfer(
            rig.database,
            stores,
            rig.reader,
            TransferRig.DEVICES,
            KnownReferrers.load(),
            VisitChoices.USUAL,
            rig.clock);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void theVisitThatAHitWouldJoinIsTold() {
    assertSteps(TransferRig.view(site, 90, ANNA, "c"))
        .contains(
            entry("decode", "goes on"),
            entry("exclude", "goes on"),
            entry("action", "page view"),
            entry("referrer found", "direct"),
            entry("visitor", ANNA),
            entry("day", "2026-03-10"),
            entry("match visit", "goes on with visit 1, now of 3 actions in 91 s"),
            entry("conversions", "none"));
    assertSteps(request(Map.of("cid", BEN)))
        .contains(entry("visitor", BEN), entry("match visit", "begins a visit"));
    assertSteps(TransferRig.view(site, 4_000, ANNA, "c"))
        .contains(entry("match visit", "begins a visit"));
  }

  @Test
  void aHitThatEndsOnTheWaySaysWhere() {
    assertSteps(request(Map.of("ping", "1", "cid", BEN)))
        .contains(entry("match visit", "none to go on with, and it begins none"));
    assertSteps(request(Map.of("ca", "1")))
        .containsExactly(
            entry("decode", "goes on"), entry("exclude", "unsupported, custom action"));
    assertSteps(TransferRig.view(new SiteId(99), 0, ANNA, "x"))
        .containsExactly(entry("decode", "goes on"), entry("exclude", "invalid, site_unknown"));
  }

  private byte[] request(Map<String, String> parameters) {
    return TrackingRequestCodec.encode(TransferRig.request(site, 0, parameters));
  }

  /** The same question twice gets the same answer, and leaves every table as it was. */
  private MapAssert<String, String> assertSteps(byte[] hit) {
    Map<String, String> before = tables();
    Map<String, String> steps = steps(hit);
    assertThat(steps(hit)).isEqualTo(steps);
    assertThat(tables()).isEqualTo(before);
    return assertThat(steps);
  }

  private Map<String, String> steps(byte[] hit) {
    Trace trace = Trace.on();
    dry.run(TrackingRequestCodec.decode(hit), trace);
    Map<String, String> steps = new LinkedHashMap<>();
    trace.lines().forEach(line -> steps.put(line.step(), line.decision()));
    return steps;
  }

  private Map<String, String> tables() {
    return rig.database.read(
        connection -> {
          Map<String, String> sums = new TreeMap<>();
          List<String> names =
              Query.of(
                      connection,
                      "SELECT table_name AS name FROM information_schema.tables"
                          + " WHERE table_schema = DATABASE()")
                  .list(row -> row.text("name"));
          for (String name : names) {
            Query.of(connection, "CHECKSUM TABLE " + name)
                .each(row -> sums.put(name, row.text("Checksum")));
          }
          return sums;
        });
  }
}
