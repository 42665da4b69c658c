package org.footfall.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.footfall.site.SiteId;
import org.footfall.tracking.Decision.Form;

/**
 * Decides about requests. It works on the snapshot of the moment and waits for nothing: no
 * database, no queue, no lock. A full address is seen here and nowhere else: what leaves is masked,
 * and a keyed hash. Bad input is a value; whatever a client sends, no exception comes out.
 */
public final class Acceptance {
  private final Supplier<Snapshot> snapshots;
  private final DoorRules door;
  private final RequestReader reader;
  private final DoorCounts counts;
  private final TrackingFailures failures;

  public Acceptance(
      Supplier<Snapshot> snapshots,
      DoorRules door,
      Limits limits,
      DoorCounts counts,
      TrackingFailures failures) {
    this.snapshots = snapshots;
    this.door = door;
    this.reader = new RequestReader(limits);
    this.counts = counts;
    this.failures = failures;
  }

  /** Judges a request and counts what is refused or left out. */
  public Decision decide(RawRequest raw) {
    Snapshot snapshot = snapshots.get();
    RequestSet set = reader.read(raw, snapshot);
    HitJudge judge = new HitJudge(snapshot, door, raw);
    if (set.problem() != null) {
      counts.refused(0, set.problem());
      return whole(set, set.problem(), snapshot);
    }
    return switch (set.form()) {
      case EMPTY -> whole(set, null, snapshot);
      case SINGLE, BULK -> new Judging(raw, set, judge, snapshot).decision();
    };
  }

  /**
   * What would become of a request of one hit, and why. Nothing is counted.
   *
   * @throws IllegalArgumentException for a request of no hit or several
   */
  public Explanation explain(RawRequest raw) {
    Snapshot snapshot = snapshots.get();
    RequestSet set = reader.read(raw, snapshot);
    if (set.form() != Form.SINGLE) {
      throw new IllegalArgumentException("One hit can be explained, not none and not several.");
    }
    List<Explanation> one = new ArrayList<>();
    HitJudge judge = new HitJudge(snapshot, door, raw);
    set.hits().each(hit -> one.add(explained(hit, set, judge)));
    return one.get(0);
  }

  private static Explanation explained(Parameters hit, RequestSet set, HitJudge judge) {
    Trace trace = Trace.on();
    if (set.problem() != null) {
      return Explanation.of(new Verdict.Refused(set.problem()), trace);
    }
    return Explanation.of(judge.judge(hit, set.senders(), trace), trace);
  }

  /** Judges all hits of a request, one by one. */
  private final class Judging {
    private final Snapshot snapshot;
    private final RawRequest raw;
    private final HitJudge judge;
    private final RequestSet set;
    private final List<AcceptedHit> hits = new ArrayList<>();
    private final List<Integer> invalid = new ArrayList<>();
    private int read;
    private Rejection refused;
    private Exclusion excluded;
    private String cookie = "";
    private Explanation explanation;

    private Judging(RawRequest raw, RequestSet set, HitJudge judge, Snapshot snapshot) {
      this.raw = raw;
      this.set = set;
      this.judge = judge;
      this.snapshot = snapshot;
    }

    private void one(Parameters hit) {
      int site = site(hit, snapshot);
      if (asksWhy(hit, site)) {
        explanation = explained(hit, set, judge);
        return;
      }
      Verdict verdict = judge.judge(hit, set.senders(), Trace.OFF);
      if (verdict instanceof Verdict.Accepted accepted) {
        hits.add(AcceptedHit.of(accepted.hit()));
        cookie = accepted.cookie();
      } else if (verdict instanceof Verdict.Refused no) {
        refused = no.why();
        invalid.add(read);
        counts.refused(site, refused);
        failures.note(hit, refused, set.senders(), snapshot, raw.receivedAt());
      } else if (verdict instanceof Verdict.Excluded out) {
        excluded = out.why();
        counts.excluded(site, excluded);
      }
      read++;
    }

    /** Anybody may ask; those who may write on the site are told. */
    private boolean asksWhy(Parameters hit, int site) {
      return set.form() == Form.SINGLE
          && hit.get("debug").equals("1")
          && (set.senders().superuser() || (site > 0 && set.senders().mayWrite(new SiteId(site))));
    }

    private Decision decision() {
      set.hits().each(this::one);
      boolean bulk = set.form() == Form.BULK;
      return new Decision(
          set.form(),
          set.image(),
          hits,
          read - invalid.size(),
          bulk ? invalid : List.of(),
          bulk && set.senders().superuser(),
          bulk ? null : refused,
          bulk ? null : excluded,
          bulk ? "" : cookie,
          explanation,
          snapshot.shards());
    }
  }

  private static Decision whole(RequestSet set, Rejection refused, Snapshot snapshot) {
    return new Decision(
        set.form(),
        set.image(),
        List.of(),
        0,
        List.of(),
        false,
        refused,
        null,
        "",
        null,
        snapshot.shards());
  }

  /** The site it is counted for. */
  private static int site(Parameters hit, Snapshot snapshot) {
    SiteRules rules = snapshot.site(hit.number("idsite", 0));
    return rules == null ? 0 : rules.site().id().value();
  }
}
