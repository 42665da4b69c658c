package org.footfall.tracking.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.footfall.queue.HitQueue;
import org.footfall.queue.HitQueue.Payload;
import org.footfall.tracking.Acceptance;
import org.footfall.tracking.AcceptedHit;
import org.footfall.tracking.Decision;
import org.footfall.tracking.DoorCounts;
import org.footfall.tracking.DryRun;
import org.footfall.tracking.RawRequest;
import org.footfall.tracking.Shards;

/**
 * Takes hits. A request is read and judged in its own thread; then the thread is free, and the
 * answer goes out when the queue has confirmed every hit of it.
 */
public final class TrackingResource {
  private final Acceptance acceptance;
  private final HitQueue queue;
  private final ClientAddress address;
  private final DoorCounts counts;
  private final DryRuns dryRuns;
  private final Clock clock;

  public TrackingResource(
      Acceptance acceptance,
      HitQueue queue,
      ClientAddress address,
      DoorCounts counts,
      DryRun dryRun,
      Clock clock) {
    this.acceptance = acceptance;
    this.queue = queue;
    this.address = address;
    this.counts = counts;
    this.dryRuns = new DryRuns(dryRun);
    this.clock = clock;
  }

  @GET
  public void get(ContainerRequestContext shown, @Suspended AsyncResponse answer) {
    take(BareRequest.whole(shown), true, answer);
  }

  @HEAD
  public void head(ContainerRequestContext shown, @Suspended AsyncResponse answer) {
    take(BareRequest.whole(shown), false, answer);
  }

  @POST
  public void post(ContainerRequestContext shown, @Suspended AsyncResponse answer) {
    take(BareRequest.whole(shown), false, answer);
  }

  @OPTIONS
  public Response options() {
    return Answers.preflight();
  }

  private void take(HttpServletRequest request, boolean get, AsyncResponse answer) {
    Caller caller = new Caller(get, get ? null : request.getHeader("Origin"));
    ReceivedBody body = ReceivedBody.of(request);
    if (body.problem() != null) {
      counts.refused(0, body.problem());
      answer.resume(Answers.refused(body.problem(), caller));
      return;
    }
    Decision decision = acceptance.decide(raw(request, body.bytes()));
    if (decision.explanation() != null) {
      dryRuns.finish(
          decision.explanation(), whole -> answer.resume(Answers.explained(whole, caller)));
      return;
    }
    if (decision.hits().isEmpty()) {
      answer.resume(Answers.of(decision, caller));
      return;
    }
    var unused =
        queue
            .put(payloads(decision))
            .whenComplete((stored, failure) -> answer(decision, caller, failure, answer));
  }

  private void answer(Decision decision, Caller caller, Throwable failure, AsyncResponse answer) {
    if (failure == null) {
      counts.accepted(decision.hits().size());
      answer.resume(Answers.of(decision, caller));
      return;
    }
    for (AcceptedHit hit : decision.hits()) {
      counts.unavailable(hit.site().value());
    }
    answer.resume(Answers.unavailable(decision, caller));
  }

  private RawRequest raw(HttpServletRequest request, byte[] body) {
    return new RawRequest(
        request.getMethod().equals("GET") || request.getMethod().equals("HEAD"),
        request.getQueryString(),
        request.getContentType(),
        body,
        request::getHeader,
        address.of(request),
        clock.instant());
  }

  private static List<Payload> payloads(Decision decision) {
    List<Payload> payloads = new ArrayList<>(decision.hits().size());
    for (AcceptedHit hit : decision.hits()) {
      payloads.add(new Payload(Shards.of(hit.site(), decision.shards()), hit.bytes()));
    }
    return payloads;
  }
}
