package org.footfall.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HitEntryTest {
  @Property
  void whatWasPackedIsUnpacked(@ForAll @NotEmpty List<byte[]> payloads) throws MalformedEntry {
    List<QueuedHit> hits = HitEntry.of(3, "p", 7, 0, payloads).unpack();
    assertThat(hits).extracting(QueuedHit::payload).containsExactlyElementsOf(payloads);
    assertThat(hits.get(0).sequence()).isEqualTo(7);
    assertThat(hits.get(hits.size() - 1).sequence()).isEqualTo(6 + payloads.size());
  }

  @Property
  void joinedEntriesHoldTheSameHits(
      @ForAll @NotEmpty List<byte[]> one, @ForAll @NotEmpty List<byte[]> other)
      throws MalformedEntry {
    HitEntry first = HitEntry.of(3, "p", 1, 0, one);
    HitEntry second = HitEntry.of(3, "p", 1 + one.size(), 5, other);
    assertThat(first.isFollowedBy(second)).isTrue();
    List<byte[]> all = new ArrayList<>(one);
    all.addAll(other);
    assertThat(HitEntry.join(List.of(first, second)).unpack())
        .extracting(QueuedHit::payload)
        .containsExactlyElementsOf(all);
  }

  @Property
  void anyBytesAreHitsOrMalformedAndNothingElse(
      @ForAll @Size(max = 40) byte[] bytes, @ForAll int count, @ForAll long first) {
    try {
      assertThat(new HitEntry(0, "p", first, count, 0, bytes).unpack()).hasSize(count);
    } catch (MalformedEntry e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Test
  void lengthsOfAllSizesAreKept() throws MalformedEntry {
    for (int length : new int[] {0, 1, 127, 128, 16383, 16384, 2097151, 2097152, 4 << 20}) {
      byte[] payload = new byte[length];
      assertThat(HitEntry.of(0, "p", 1, 0, List.of(payload)).unpack().get(0).payload())
          .hasSize(length);
    }
  }

  @Test
  void aCountBeyondTheBytesIsRefusedBeforeMemoryIsTaken() {
    HitEntry entry = new HitEntry(0, "p", 1, Integer.MAX_VALUE, 0, new byte[3]);
    assertThatThrownBy(entry::unpack).isInstanceOf(MalformedEntry.class);
  }
}
