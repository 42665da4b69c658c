package org.footfall.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Property
  void sumsStopWhereNumbersEnd(@ForAll long a, @ForAll long b) {
    BigInteger exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
    assertThat(BigInteger.valueOf(Numbers.sum(a, b))).isEqualTo(exact.min(most).max(least));
  }

  @Property
  void areReadAsTheyWereWritten(@ForAll("columns") List<long[]> columns) {
    List<Numbers> read = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    for (long[] values : columns) {
      Pieces pieces = new Pieces();
      NumberCoding.encode(values, pieces);
      assertThat(NumberCoding.decode(source(pieces), values.length)).isEqualTo(values);
      read.add(NumberCoding.read(source(pieces), values.length));
      LongStream.of(values).forEach(expected::add);
    }
    Numbers joined = Numbers.joined(read);
    assertThat(joined.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(joined.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Provide
  Arbitrary<List<long[]>> columns() {
    Arbitrary<long[]> constant =
        Arbitraries.longs()
            .between(-1, 1)
            .tuple2()
            .map(two -> LongStream.generate(two::get1).limit(two.get2() + 2).toArray());
    Arbitrary<long[]> bytes = Arbitraries.longs().between(-200, 50).array(long[].class);
    Arbitrary<long[]> shorts = Arbitraries.longs().between(0, 40_000).array(long[].class);
    Arbitrary<long[]> any = Arbitraries.longs().array(long[].class);
    Arbitrary<long[]> few =
        Arbitraries.of(0L, 0L, 0L, 0L, 0L, 3L, 900_000L).array(long[].class).ofMinSize(100);
    return Arbitraries.oneOf(constant, bytes, shorts, any, few).list().ofMinSize(1).ofMaxSize(4);
  }

  private static PieceSource source(Pieces pieces) {
    Iterator<Pieces.Piece> next = pieces.list().iterator();
    return () -> {
      byte[] bytes = next.next().bytes();
      return new ByteSource(IllegalStateException::new, bytes, 0, bytes.length);
    };
  }

  @Test
  void columnsAreAddedUpWithoutWrapping() {
    long[] sums = {Long.MAX_VALUE - 1, 5};
    Numbers.of(new long[] {7_000_000_000_000_000_000L, 6}).addTo(sums, new int[] {0, 1});
    assertThat(sums).containsExactly(Long.MAX_VALUE, 11);
  }
}
