package org.footfall.visitlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footfall.codec.ByteSource;
import org.footfall.codec.PiecePack;
import org.footfall.codec.PieceSource;
import org.footfall.codec.Pieces;

/** A segment taken apart, so that a test can put it together again in a wrong way. */
final class OpenSegment {
  private static final SegmentName NAME = new SegmentName(1, 0, 1);

  final int groups;
  final int shard;
  final long version;
  final Map<PiecePack.Key, List<byte[]>> columns = new LinkedHashMap<>();
  SegmentDays days;

  OpenSegment(byte[] bytes) {
    SegmentFormat.Part part = SegmentFormat.read(NAME, bytes);
    groups = part.groups();
    shard = part.shard();
    version = part.version();
    days = part.days();
    for (PiecePack.Key key : part.columns().keys()) {
      List<byte[]> pieces = new ArrayList<>();
      PieceSource from = part.columns().pieces(key);
      for (int piece = part.columns().count(key); piece > 0; piece--) {
        ByteSource source = from.next();
        pieces.add(source.take(source.left()));
      }
      columns.put(key, pieces);
    }
  }

  /** The values of a column are absent from now on. */
  OpenSegment without(Column column) {
    columns.remove(new PiecePack.Key(column.id(), SegmentFormat.VALUES));
    return this;
  }

  /** As the writer would store it, under a right checksum. */
  byte[] toBytes() {
    Map<PiecePack.Key, Pieces> all = new LinkedHashMap<>();
    columns.forEach(
        (key, list) -> {
          Pieces pieces = new Pieces();
          list.forEach(pieces::add);
          all.put(key, pieces);
        });
    return SegmentFormat.write(groups, shard, version, days, all, PiecePack.Effort.QUICK);
  }
}
