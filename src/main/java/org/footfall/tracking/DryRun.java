package org.footfall.tracking;

/** The steps behind the door, taken with one hit and without keeping anything. */
@FunctionalInterface
public interface DryRun {
  /** Takes an accepted hit through all of them; each tells its decision. */
  void run(TrackingRequest hit, Trace trace);
}
