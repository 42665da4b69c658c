package org.footfall.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.footfall.codec.ByteSink;
import org.footfall.codec.ByteSource;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who came on some days, so that nobody is counted twice in a longer period.
 *
 * @param known ordinals of visitors who have one
 * @param strangers how many visits' visitors without one there were, told apart within their day
 * @param users sorted hashes of user ids
 */
record Who(RoaringBitmap known, long strangers, long[] users) implements Counts {
  static final Who NOBODY = new Who(new RoaringBitmap(), 0, new long[0]);

  static Who all(List<Who> days) {
    RoaringBitmap known = new RoaringBitmap();
    long strangers = 0;
    int users = 0;
    for (Who day : days) {
      known.or(day.known);
      strangers += day.strangers;
      users += day.users.length;
    }
    long[] hashes = new long[users];
    int at = 0;
    for (Who day : days) {
      System.arraycopy(day.users, 0, hashes, at, day.users.length);
      at += day.users.length;
    }
    return new Who(known, strangers, Arrays.stream(hashes).sorted().distinct().toArray());
  }

  long visitors() {
    return known.getLongCardinality() + strangers;
  }

  @Override
  public long weight() {
    return 128 + known.getLongSizeInBytes() + 8L * users.length;
  }

  void write(ByteSink to) {
    to.varint(strangers).varint(users.length);
    long before = 0;
    for (long user : users) {
      to.varint(user - before);
      before = user;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      known.serialize(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    to.varint(bytes.size()).put(bytes.toByteArray());
  }

  static Who read(ByteSource from) {
    long strangers = from.varint();
    long[] users = new long[from.count(from.left(), "users")];
    long before = 0;
    for (int i = 0; i < users.length; i++) {
      before += from.varint();
      users[i] = before;
    }
    byte[] bytes = from.take(from.count(from.left(), "visitors"));
    RoaringBitmap known = new RoaringBitmap();
    try {
      known.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException | RuntimeException e) {
      RuntimeException damage = from.damaged("a set of visitors that cannot be read");
      damage.addSuppressed(e);
      throw damage;
    }
    return new Who(known, strangers, users);
  }
}
