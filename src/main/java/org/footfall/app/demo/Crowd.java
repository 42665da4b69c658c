package org.footfall.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Everybody who comes to a site: some for the first time, some again. */
final class Crowd {
  private final Choices devices;
  private final Choices places = Choices.of("places.tsv");
  private final boolean app;
  private final double returning;
  private final List<Visitor> known = new ArrayList<>();

  /**
   * @param returning the share of visits by somebody who has been there
   */
  Crowd(Choices devices, boolean app, double returning) {
    this.devices = devices;
    this.app = app;
    this.returning = returning;
  }

  Visitor next(SplittableRandom random) {
    if (!known.isEmpty() && random.nextDouble() < returning) {
      return known.get(known.size() - 1 - age(random));
    }
    Visitor visitor = Visitor.make(devices, places, app, random);
    if (!visitor.id().isEmpty()) {
      known.add(visitor);
    }
    return visitor;
  }

  /** Mostly those who came lately, some on the same day, come again. */
  private int age(SplittableRandom random) {
    return (int) (known.size() * Math.pow(random.nextDouble(), 3));
  }
}
