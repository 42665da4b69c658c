package org.footfall.queue;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the queue how much waits whenever the metrics are read; says nothing while it cannot. */
final class DepthCollector extends Collector {
  private static final Logger LOG = LoggerFactory.getLogger(DepthCollector.class);
  private static final double MILLIS = 1000;

  private final HitSource queue;

  DepthCollector(HitSource queue) {
    this.queue = queue;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    try {
      HitSource.Depth depth = queue.depth();
      return List.of(
          new GaugeMetricFamily(
              "footfall_queue_waiting_hits",
              "Hits that are stored and not yet in the log",
              (double) depth.hits()),
          new GaugeMetricFamily(
              "footfall_queue_oldest_seconds",
              "Age of the oldest of them",
              depth.oldest().toMillis() / MILLIS));
    } catch (IOException e) {
      LOG.debug("The queue's depth is unknown", e);
      return List.of();
    }
  }
}
