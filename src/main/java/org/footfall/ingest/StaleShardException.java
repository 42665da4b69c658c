package org.footfall.ingest;

/** Somebody else has written for the shard since it was loaded: what is known of it is old. */
final class StaleShardException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StaleShardException(int shard) {
    super("Another writer has been at shard " + shard + "; it is loaded again.");
  }
}
