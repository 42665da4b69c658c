package org.footfall.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.GaugeMetricFamily;
import io.prometheus.client.Histogram;
import io.prometheus.client.Summary;
import io.prometheus.client.hotspot.BufferPoolsExports;
import io.prometheus.client.hotspot.ClassLoadingExports;
import io.prometheus.client.hotspot.GarbageCollectorExports;
import io.prometheus.client.hotspot.MemoryPoolsExports;
import io.prometheus.client.hotspot.StandardExports;
import io.prometheus.client.hotspot.ThreadExports;
import io.prometheus.client.hotspot.VersionInfoExports;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The registry of one process (or of one test) and the way figures get into it. Names begin with
 * {@code footfall_}; durations are in seconds, sizes in bytes, counters end in {@code _total}.
 * Labels must have few values: never what a client sent.
 */
public final class Metrics {
  private static final String PREFIX = "footfall_";
  private static final double[] SECONDS = {
    .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60
  };

  private final CollectorRegistry registry = new CollectorRegistry();

  /** Adds the figures of the Java machine itself: memory, collections, threads, files. */
  public void addMachine() {
    registry.register(new StandardExports());
    registry.register(new MemoryPoolsExports());
    registry.register(new BufferPoolsExports());
    registry.register(new GarbageCollectorExports());
    registry.register(new ThreadExports());
    registry.register(new ClassLoadingExports());
    registry.register(new VersionInfoExports());
  }

  public CollectorRegistry registry() {
    return registry;
  }

  /** Something that only grows. */
  public Counter counter(String name, String help, String... labels) {
    return Counter.build(checked(name), help).labelNames(labels).register(registry);
  }

  /** Something that goes up and down. */
  public Gauge gauge(String name, String help, String... labels) {
    return Gauge.build(checked(name), help).labelNames(labels).register(registry);
  }

  /** Seconds, in buckets from half a millisecond to a minute. */
  public Histogram histogram(String name, String help, String... labels) {
    return Histogram.build(checked(name), help)
        .labelNames(labels)
        .buckets(SECONDS)
        .register(registry);
  }

  /** Sum and number of observations. */
  public Summary summary(String name, String help, String... labels) {
    return Summary.build(checked(name), help).labelNames(labels).register(registry);
  }

  /**
   * Figures that are looked up when somebody asks, by the values of one label.
   *
   * @param values must answer at once and without failing
   */
  public void observed(
      String name, String help, String label, Supplier<Map<String, ? extends Number>> values) {
    String checked = checked(name);
    registry.register(
        new Collector() {
          @Override
          public List<MetricFamilySamples> collect() {
            GaugeMetricFamily family = new GaugeMetricFamily(checked, help, List.of(label));
            values.get().forEach((k, v) -> family.addMetric(List.of(k), v.doubleValue()));
            return List.of(family);
          }
        });
  }

  private static String checked(String name) {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException("the name of a figure begins with footfall_: " + name);
    }
    return name;
  }
}
