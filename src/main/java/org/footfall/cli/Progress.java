package org.footfall.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Says how far long work is, every few seconds; work that is soon done says nothing. */
final class Progress {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final PrintWriter err;
  private long next = System.nanoTime() + PAUSE;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @FormatMethod
  void say(String format, Object... values) {
    if (System.nanoTime() - next >= 0) {
      err.println(String.format(format, values));
      err.flush();
      next = System.nanoTime() + PAUSE;
    }
  }
}
