package org.footfall.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a run did.
 *
 * @param outcome how it ended
 * @param sentence one sentence for people
 * @param figures numbers by name, in order
 */
public record JobReport(Outcome outcome, String sentence, Map<String, Long> figures) {
  /** How a run ended. */
  public enum Outcome {
    /** It did its work. */
    DONE,
    /** It threw. */
    FAILED,
    /** It was cancelled at its deadline, or did not notice. */
    LATE,
    /** It did not begin, because another run of the job was under way or the process stops. */
    REFUSED;

    /** The word in metrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public JobReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public static JobReport done(String sentence) {
    return new JobReport(Outcome.DONE, sentence, Map.of());
  }

  static JobReport of(Outcome outcome, String sentence) {
    return new JobReport(outcome, sentence, Map.of());
  }

  /** The same with one more figure. */
  public JobReport with(String name, long figure) {
    Map<String, Long> more = new LinkedHashMap<>(figures);
    more.put(name, figure);
    return new JobReport(outcome, sentence, more);
  }

  public boolean isDone() {
    return outcome == Outcome.DONE;
  }
}
