package org.footfall.enrich.geo;

import io.prometheus.client.Counter;
import java.nio.file.Path;
import java.util.Map;
import org.footfall.config.Config;
import org.footfall.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the place of an address: from one database country, region, city and coordinates, from
 * another the provider. Safe for many threads; asks nobody and nothing but these files.
 */
public final class PlaceLookup {
  private static final Logger LOG = LoggerFactory.getLogger(PlaceLookup.class);

  private final GeoFile places;
  private final GeoFile networks;
  private final Counter renewed;
  private final Counter failed;

  PlaceLookup(Path folder, Metrics metrics) {
    this.places = new GeoFile(GeoSettings.FILE.key(), folder);
    this.networks = new GeoFile(GeoSettings.NETWORK_FILE.key(), folder);
    this.renewed =
        metrics.counter(
            "footfall_geo_renewals_total", "New versions of geo databases that were taken up.");
    this.failed =
        metrics.counter(
            "footfall_geo_failures_total",
            "New versions of geo databases that could not be used, so that older ones were kept.");
  }

  /**
   * Opens what the configuration names.
   *
   * @param folder where copies of the files may be made while they are opened
   * @throws IllegalArgumentException with a sentence for the operator when a file cannot be used
   */
  public static PlaceLookup open(Config config, Path folder, Metrics metrics) {
    PlaceLookup lookup = new PlaceLookup(folder, metrics);
    lookup.places.open(config.get(GeoSettings.FILE));
    lookup.networks.open(config.get(GeoSettings.NETWORK_FILE));
    return lookup;
  }

  /** Knows no place. */
  public static PlaceLookup none() {
    return new PlaceLookup(Path.of(""), new Metrics());
  }

  /** The countries that came along. */
  public static PlaceLookup builtin() {
    PlaceLookup lookup = none();
    lookup.places.open("builtin");
    return lookup;
  }

  /** The place of an address of 4 or 16 bytes; unknown for an empty one. */
  public Place of(byte[] address) {
    Map<?, ?> found = places.find(address);
    Place place = found == null ? Place.UNKNOWN : PlaceFields.read(found);
    Map<?, ?> network = networks.find(address);
    return network == null ? place : place.with(PlaceFields.provider(network));
  }

  /**
   * Takes up what the configuration names now, and new versions of files. What cannot be used is
   * told in the log, and the old one stays.
   */
  public synchronized void reload(Config config) {
    reopen(places, config.get(GeoSettings.FILE));
    reopen(networks, config.get(GeoSettings.NETWORK_FILE));
  }

  /** Takes up new versions of the files; how many there were. */
  synchronized int renew() {
    return renew(places) + renew(networks);
  }

  private void reopen(GeoFile file, String name) {
    if (file.named().equals(name)) {
      int unused = renew(file);
      return;
    }
    try {
      file.open(name);
      renewed.inc();
    } catch (IllegalArgumentException e) {
      keep(file, e);
    }
  }

  private int renew(GeoFile file) {
    try {
      if (!file.renew()) {
        return 0;
      }
      renewed.inc();
      LOG.info("{} was replaced; the new version is in force.", file.named());
      return 1;
    } catch (IllegalArgumentException e) {
      keep(file, e);
      return 0;
    }
  }

  private void keep(GeoFile file, IllegalArgumentException why) {
    failed.inc();
    LOG.warn("{} What was read of {} before stays in force.", why.getMessage(), file.named());
  }
}
