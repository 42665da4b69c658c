package org.footfall.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the queue is, for the health page and the command line.
 *
 * @param kind where hits wait
 * @param promise what an answered hit survives, a sentence
 * @param accepting whether the next hit can be stored
 * @param redisReachable whether Redis answered last; false without Redis
 * @param spoolingSince since when hits take the way over the spool though Redis is wanted
 * @param spooledHits that are in the spool and wait for Redis, or for the transfer without Redis
 * @param spoolBytes size of the spool's files
 * @param spoolLimit above which hits are refused
 * @param setAside places found broken that wait for the operator
 * @param problems what to do something about, a sentence each; empty when all is well
 */
public record QueueHealth(
    QueueOptions.Kind kind,
    String promise,
    boolean accepting,
    boolean redisReachable,
    Optional<Instant> spoolingSince,
    long spooledHits,
    long spoolBytes,
    long spoolLimit,
    int setAside,
    List<String> problems) {

  public QueueHealth {
    problems = List.copyOf(problems);
  }

  /** The sentence for what was asked for and what there is. */
  static String promise(QueueOptions.Durability durability, boolean kept) {
    return durability == QueueOptions.Durability.POWER && kept
        ? "An answered hit survives the end of any process and of the power."
        : "An answered hit survives the end of Footfall; the end of Redis or of the power can cost"
            + " the last second or two.";
  }

  /** The sentence for the writer's end. */
  static String writerEnded() {
    return "The thread that stores hits has ended, and hits are refused: start Footfall again; the"
        + " log tells why.";
  }

  /** The sentence for a spool that takes nothing more. */
  static String spoolFull(String until) {
    return "The spool is full (queue.spool_limit), or its disk is: hits are refused until "
        + until
        + ".";
  }

  /** The sentence for bytes that were set aside. */
  static String setAside(int places) {
    return places
        + " broken places of the spool were set aside; see \"footfall queue status\", then"
        + " \"footfall queue replay\".";
  }
}
