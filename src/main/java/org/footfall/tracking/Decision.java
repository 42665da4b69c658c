package org.footfall.tracking;

import java.util.List;

/**
 * What is to be done with a request: which hits are to be queued, and what the client is told once
 * they are.
 *
 * @param form how the request came, which decides how it is answered
 * @param image whether the client wants a body
 * @param hits to be queued, in order; empty when all were refused or left out
 * @param tracked how many hits were right, those left out included
 * @param invalid the positions of the wrong ones in a bulk request
 * @param tellInvalid whether the sender may see these positions
 * @param refused why the request, or its only hit, was refused; null when it was not
 * @param excluded why its only hit was left out; null when it was not
 * @param cookie what the visitor's cookie is to say from now on; empty for none
 * @param explanation what became of its only hit, for a sender who asked and may know; then there
 *     is nothing to queue. Null otherwise
 * @param shards how many streams the queue has
 */
public record Decision(
    Form form,
    boolean image,
    List<AcceptedHit> hits,
    int tracked,
    List<Integer> invalid,
    boolean tellInvalid,
    Rejection refused,
    Exclusion excluded,
    String cookie,
    Explanation explanation,
    int shards) {

  /** How a request came. */
  public enum Form {
    /** Nothing was sent: somebody looks at what this address is. */
    EMPTY,
    SINGLE,
    BULK
  }
}
