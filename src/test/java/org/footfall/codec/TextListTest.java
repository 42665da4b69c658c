package org.footfall.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextListTest {
  private static final String[] BEGINNINGS = {"", "a", "www.example.org/product/", "\u00ff", "\0"};

  private static List<byte[]> texts(Random random, int size) {
    List<byte[]> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder text = new StringBuilder(BEGINNINGS[random.nextInt(BEGINNINGS.length)]);
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append((char) ("ab/é\u3042".charAt(random.nextInt(5)) + random.nextInt(2)));
      }
      texts.add(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Test
  void sortsByTheBytes() {
    for (int seed = 0; seed < 60; seed++) {
      List<byte[]> texts = texts(new Random(seed), seed * 7);
      TextList list = TextList.of(texts);
      List<byte[]> expected = new ArrayList<>(texts);
      expected.sort(Arrays::compareUnsigned);
      TextList sorted = list.pick(list.sorted());
      assertThat(sorted.size()).isEqualTo(texts.size());
      for (int i = 0; i < texts.size(); i++) {
        assertThat(sorted.bytes(i)).as("seed %d, place %d", seed, i).isEqualTo(expected.get(i));
      }
    }
  }

  /** One more call for each byte would end the thread. */
  @Test
  void sortsTextsThatAreMadeToNestDeeply() {
    List<byte[]> texts = new ArrayList<>();
    for (int length = 3_000; length > 0; length--) {
      byte[] text = new byte[length];
      Arrays.fill(text, (byte) 'b');
      text[length - 1] = (byte) (length % 2 == 0 ? 'a' : 'c');
      texts.add(text);
    }
    TextList list = TextList.of(texts);
    TextList sorted = list.pick(list.sorted());
    for (int i = 1; i < sorted.size(); i++) {
      assertThat(sorted.compare(i - 1, sorted, i)).isNegative();
    }
  }

  @Test
  void isReadAsItWasWritten() {
    for (int seed = 0; seed < 20; seed++) {
      List<byte[]> texts = texts(new Random(seed), 200);
      Pieces pieces = new Pieces();
      TextList.of(texts).encode(20, 150, pieces);
      byte[] packed =
          PiecePack.write(
              new byte[0],
              java.util.Map.of(new PiecePack.Key(1, 0), pieces),
              PiecePack.Effort.QUICK);
      Damage damage = IllegalStateException::new;
      PiecePack pack = PiecePack.read(damage, packed, PiecePack.open(damage, packed));
      TextList read = TextList.decode(pack.pieces(new PiecePack.Key(1, 0)));
      assertThat(read.size()).isEqualTo(130);
      for (int i = 0; i < 130; i++) {
        assertThat(read.bytes(i)).isEqualTo(texts.get(i + 20));
      }
    }
  }
}
