package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A segment taken apart, so that a test can put it together again in a wrong way. */
final class OpenSegment {
  private static final SegmentName NAME = new SegmentName(1, 0, 1);

  final int groups;
  final int shard;
  final long version;
  final Map<SegmentFormat.Key, List<byte[]>> columns = new LinkedHashMap<>();
  SegmentDays days;

  OpenSegment(byte[] bytes) {
    SegmentFormat.Part part = SegmentFormat.read(NAME, bytes);
    groups = part.groups();
    shard = part.shard();
    version = part.version();
    days = part.days();
    part.columns()
        .forEach(
            (key, places) -> {
              List<byte[]> pieces = new ArrayList<>();
              for (SegmentFormat.Place place : places) {
                byte[] frame = SegmentFormat.unpack(part, place.frame());
                pieces.add(
                    new ByteSource(NAME, frame, place.offset(), frame.length).take(place.length()));
              }
              columns.put(key, pieces);
            });
  }

  /** The values of a column are absent from now on. */
  OpenSegment without(Column column) {
    columns.remove(new SegmentFormat.Key(column.id(), SegmentFormat.Key.VALUES));
    return this;
  }

  /** As the writer would store it, under a right checksum. */
  byte[] toBytes() {
    Map<SegmentFormat.Key, Pieces> all = new LinkedHashMap<>();
    columns.forEach(
        (key, list) -> {
          Pieces pieces = new Pieces();
          list.forEach(pieces::add);
          all.put(key, pieces);
        });
    return SegmentFormat.write(groups, shard, version, days, all);
  }
}
