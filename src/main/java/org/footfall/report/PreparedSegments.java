package org.footfall.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.footfall.segment.Segment;
import org.footfall.store.Database;

/** Which segments are counted before somebody asks, and from which day on that is done. */
public final class PreparedSegments {
  private final Database database;
  private final CountStore store;

  PreparedSegments(Database database, CountStore store) {
    this.database = database;
    this.store = store;
  }

  /** Each segment's first day as it is noted now. */
  public Noted noted() {
    return new Noted(database.read(store::prepared));
  }

  /** What is noted of segments, by site and hash. */
  public record Noted(Map<Integer, Map<String, LocalDate>> since) {
    /** The day from which on all days that are over are stored; nothing for a new segment. */
    public Optional<LocalDate> since(int site, Segment segment) {
      return Optional.ofNullable(since.getOrDefault(site, Map.of()).get(key(site, segment)));
    }
  }

  private static String key(int site, Segment segment) {
    return HexFormat.of().formatHex(CountStore.Subject.of(site, segment).hash());
  }

  /** Notes from which day on a segment's days are stored. */
  public void note(int site, Segment segment, LocalDate since) {
    boolean unused =
        database.write(
            connection -> {
              store.prepare(connection, CountStore.Subject.of(site, segment), since);
              return true;
            });
  }

  /** Removes all that is stored of other segments than these, which are by site. */
  public void keepOnly(Map<Integer, List<Segment>> wanted, Noted noted) {
    for (Map.Entry<Integer, Map<String, LocalDate>> site : noted.since().entrySet()) {
      Collection<Segment> kept = wanted.getOrDefault(site.getKey(), List.of());
      Set<String> others = new HashSet<>(site.getValue().keySet());
      kept.forEach(segment -> others.remove(key(site.getKey(), segment)));
      others.forEach(
          hash -> forget(new CountStore.Subject(site.getKey(), HexFormat.of().parseHex(hash))));
    }
  }

  private void forget(CountStore.Subject subject) {
    boolean unused =
        database.write(
            connection -> {
              store.forget(connection, subject);
              return true;
            });
  }
}
