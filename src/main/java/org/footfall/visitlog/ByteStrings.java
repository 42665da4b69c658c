package org.footfall.visitlog;

import java.util.Arrays;
import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.footfall.codec.NumberCoding;
import org.footfall.codec.PieceSource;
import org.footfall.codec.Pieces;

/** Short byte strings, one after the other. Stored as their lengths and their bytes. */
final class ByteStrings implements BytesColumn {
  static final int MAX_BYTES = 255;

  private final byte[] bytes;
  private final int[] ends;

  private ByteStrings(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  static ByteStrings of(List<byte[]> values) {
    int[] ends = new int[values.size()];
    ByteSink content = new ByteSink();
    for (int i = 0; i < ends.length; i++) {
      content.put(values.get(i));
      ends[i] = content.size();
    }
    return new ByteStrings(content.toBytes(), ends);
  }

  static void encode(List<byte[]> values, Pieces to) {
    NumberCoding.encode(values.stream().mapToLong(value -> value.length).toArray(), to);
    to.add(of(values).bytes);
  }

  static ByteStrings decode(PieceSource from, int rows) {
    long[] lengths = NumberCoding.decode(from, rows);
    ByteSource content = from.next();
    int[] ends = new int[rows];
    int end = 0;
    for (int i = 0; i < rows; i++) {
      if (lengths[i] < 0 || lengths[i] > MAX_BYTES) {
        throw content.damaged("a byte string of " + lengths[i]);
      }
      end += (int) lengths[i];
      ends[i] = end;
    }
    return new ByteStrings(content.take(end), ends);
  }

  int weight() {
    return 64 + bytes.length + 4 * ends.length;
  }

  @Override
  public byte[] get(int row) {
    return Arrays.copyOfRange(bytes, row == 0 ? 0 : ends[row - 1], ends[row]);
  }
}
