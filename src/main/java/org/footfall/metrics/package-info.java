/**
 * Figures about the running process, for Prometheus.
 *
 * <p>Owns the registry; each package declares its own figures through {@link
 * org.footfall.metrics.Metrics}. Refuses names that are not Footfall's. Hands the registry to the
 * servlet that shows it.
 */
package org.footfall.metrics;
