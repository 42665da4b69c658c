package org.footfall.app.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The pages of a visit, one after the other. */
interface Paths {
  List<Page> walk(SplittableRandom random);
}
