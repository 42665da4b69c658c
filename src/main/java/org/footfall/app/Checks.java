package org.footfall.app;

import java.time.Duration;
import java.util.List;
import org.footfall.queue.HitSource.Depth;
import org.footfall.queue.QueueHealth;

/** What must hold for the server to be ready. */
final class Checks {
  /** Hits this old mean that the transfer does not keep up or stands still. */
  private static final Duration OLDEST_HIT = Duration.ofMinutes(15);

  private Checks() {}

  static List<HealthCheck> of(Core core) {
    return List.of(
        new HealthCheck("database", core.database::version),
        new HealthCheck("database_for_pages", core.readers::version),
        new HealthCheck("schema", core.schema::look),
        new HealthCheck("queue", () -> accepting(core.queue.health())),
        new HealthCheck("queue_age", () -> age(core.queue.depth())));
  }

  private static String accepting(QueueHealth health) {
    if (!health.accepting()) {
      throw new IllegalStateException(
          "Hits cannot be stored. " + String.join(" ", health.problems()));
    }
    String problems = health.problems().isEmpty() ? "" : " " + String.join(" ", health.problems());
    return health.promise() + problems;
  }

  private static String age(Depth depth) {
    String waiting =
        depth.hits() + " hits wait, the oldest for " + depth.oldest().toSeconds() + " s";
    if (depth.oldest().compareTo(OLDEST_HIT) > 0) {
      throw new IllegalStateException(waiting);
    }
    return waiting;
  }
}
