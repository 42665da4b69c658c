package org.footfall.visitlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.footfall.codec.TextHash;
import org.footfall.visitlog.Column.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Segments with their decoded columns, as many as the allowed bytes hold. Segments never change, so
 * nothing here is ever stale; they go by their whole names, since a database that lost its last
 * commits gives the same ids again, but never the same batches. Damaged ones are set aside until
 * the next start: told once, skipped from then on.
 */
final class SegmentCache {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentCache.class);

  private final LogStore store;
  private final TextHash hash = TextHash.random();
  private final Cache<SegmentName, Segment> segments;
  private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();
  private final Set<SegmentName> damaged = ConcurrentHashMap.newKeySet();

  SegmentCache(LogStore store, long bytes) {
    this.store = store;
    this.segments =
        Caffeine.newBuilder()
            .executor(Runnable::run) // or what is to go would wait for an idle thread
            .maximumWeight(bytes)
            .weigher((SegmentName name, Segment segment) -> segment.weight())
            .build();
  }

  /** Those that can be read, in the same order, with the groups that the columns are in. */
  List<Segment> load(Connection connection, List<SegmentRef> names, Collection<Column> columns)
      throws SQLException {
    int groups = Group.CORE.bit();
    for (Column column : columns) {
      groups |= column.group().bit();
    }
    List<Segment> loaded = new ArrayList<>(names.size());
    for (SegmentRef ref : names) {
      SegmentName one = ref.name();
      if (damaged.contains(one)) {
        continue;
      }
      Segment segment = segments.getIfPresent(one);
      if (segment == null || !segment.covers(groups)) {
        segment = readOnce(connection, one, groups);
      }
      if (segment != null) {
        loaded.add(segment);
      }
    }
    return loaded;
  }

  /** Makes the cache weigh segments again of which more columns were decoded. */
  void weigh(List<Segment> used) {
    for (Segment segment : used) {
      segments.put(segment.name(), segment);
    }
  }

  void setAside(DamagedSegmentException damage) {
    if (damaged.add(damage.segment())) {
      segments.invalidate(damage.segment());
      LOG.error(
          "The {}. Its rows are missing from reports until it is restored from a backup.",
          damage.getMessage());
    }
  }

  boolean isSetAside(long id) {
    return !damaged.isEmpty() && damaged.stream().anyMatch(name -> name.id() == id);
  }

  int damaged() {
    return damaged.size();
  }

  /** Bytes held, roughly. */
  long weight() {
    return segments.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** Who wants a segment that another thread is reading waits for it. */
  private Segment readOnce(Connection connection, SegmentName name, int groups)
      throws SQLException {
    synchronized (locks[(int) Long.remainderUnsigned(name.id(), locks.length)]) {
      Segment segment = segments.getIfPresent(name);
      return segment != null && segment.covers(groups)
          ? segment
          : read(connection, name, segment, groups);
    }
  }

  /**
   * Reads what is missing.
   *
   * @param known what has been read before, or null
   */
  private Segment read(Connection connection, SegmentName name, Segment known, int groups)
      throws SQLException {
    try {
      Segment segment =
          known == null
              ? new Segment(name, store.parts(connection, name.id(), groups), hash)
              : known.with(store.parts(connection, name.id(), groups & ~known.groups()));
      segments.put(name, segment);
      return segment;
    } catch (DamagedSegmentException e) {
      setAside(e);
      return null;
    }
  }
}
