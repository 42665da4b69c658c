package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.footfall.enrich.geo.CountryLookup;
import org.footfall.tracking.Decision.Form;

/**
 * Decides about requests. It works on the snapshot of the moment and waits for nothing: no
 * database, no queue, no lock. A full address is seen here and nowhere else: what leaves is masked,
 * and a keyed hash. Bad input is a value; whatever a client sends, no exception comes out.
 */
public final class Acceptance {
  private final Supplier<Snapshot> snapshots;
  private final CountryLookup places;
  private final RequestReader reader;
  private final DoorCounts counts;

  public Acceptance(
      Supplier<Snapshot> snapshots, CountryLookup places, Limits limits, DoorCounts counts) {
    this.snapshots = snapshots;
    this.places = places;
    this.reader = new RequestReader(limits);
    this.counts = counts;
  }

  /** Judges a request and counts what is refused or left out. */
  public Decision decide(RawRequest raw) {
    Snapshot snapshot = snapshots.get();
    RequestSet set = reader.read(raw, snapshot);
    HitJudge judge = new HitJudge(snapshot, places, raw);
    if (set.problem() != null) {
      counts.refused(0, set.problem());
      return whole(set, set.problem(), snapshot);
    }
    return switch (set.form()) {
      case EMPTY -> whole(set, null, snapshot);
      case SINGLE -> single(set, judge, snapshot);
      case BULK -> bulk(set, judge, snapshot);
    };
  }

  private Decision single(RequestSet set, HitJudge judge, Snapshot snapshot) {
    Parameters hit = set.items().get(0);
    int site = site(hit, snapshot);
    Verdict verdict = judge.judge(hit, set.senders());
    List<TrackingRequest> hits = List.of();
    Rejection refused = null;
    Exclusion excluded = null;
    if (verdict instanceof Verdict.Accepted accepted) {
      hits = List.of(accepted.hit());
    } else if (verdict instanceof Verdict.Refused no) {
      refused = no.why();
      counts.refused(site, refused);
    } else if (verdict instanceof Verdict.Excluded out) {
      excluded = out.why();
      counts.excluded(site, excluded);
    }
    int tracked = refused == null ? 1 : 0;
    return new Decision(
        Form.SINGLE,
        set.image(),
        hits,
        tracked,
        List.of(),
        false,
        refused,
        excluded,
        snapshot.shards());
  }

  private Decision bulk(RequestSet set, HitJudge judge, Snapshot snapshot) {
    List<TrackingRequest> hits = new ArrayList<>(set.items().size());
    List<Integer> invalid = new ArrayList<>();
    for (int i = 0; i < set.items().size(); i++) {
      Parameters hit = set.items().get(i);
      int site = site(hit, snapshot);
      Verdict verdict = judge.judge(hit, set.senders());
      if (verdict instanceof Verdict.Accepted accepted) {
        hits.add(accepted.hit());
      } else if (verdict instanceof Verdict.Refused no) {
        invalid.add(i);
        counts.refused(site, no.why());
      } else if (verdict instanceof Verdict.Excluded out) {
        counts.excluded(site, out.why());
      }
    }
    return new Decision(
        Form.BULK,
        set.image(),
        hits,
        set.items().size() - invalid.size(),
        invalid,
        set.senders().superuser(),
        null,
        null,
        snapshot.shards());
  }

  private static Decision whole(RequestSet set, Rejection refused, Snapshot snapshot) {
    return new Decision(
        set.form(), set.image(), List.of(), 0, List.of(), false, refused, null, snapshot.shards());
  }

  /** The site it is counted for. */
  private static int site(Parameters hit, Snapshot snapshot) {
    SiteRules rules = snapshot.site(hit.number("idsite", 0));
    return rules == null ? 0 : rules.site().id().value();
  }
}
