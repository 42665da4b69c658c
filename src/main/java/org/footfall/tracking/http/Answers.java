package org.footfall.tracking.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Base64;
import java.util.stream.Collectors;
import org.footfall.tracking.Decision;
import org.footfall.tracking.Decision.Form;
import org.footfall.tracking.Exclusion;
import org.footfall.tracking.Explanation;
import org.footfall.tracking.Rejection;

/**
 * The answers that clients of Matomo expect: a transparent image of one dot, or nothing, whatever
 * became of the hit; counts for a bulk request. Why something was refused stands in a header of our
 * own.
 */
final class Answers {
  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");
  private static final String REASON = "X-Footfall-Reason";

  /** Lasts as long as Matomo's, 393 days; over plain HTTP browsers do not take it. */
  private static final String COOKIE =
      "_pk_uid=%s; Max-Age=33955200; Path=/; SameSite=None; Secure; HttpOnly";

  private static final String PROSE =
      """
      This address takes the hits of web sites and apps that Footfall measures; there is nothing to see here.<br>
      Reports are on <a href='index.php'>the pages of this Footfall</a>, and for programs in its Reporting API.
      """;

  private Answers() {}

  /** The answer once everything is queued. */
  static Response of(Decision decision, Caller caller) {
    ResponseBuilder answer =
        switch (decision.form()) {
          case EMPTY -> prose(decision.refused());
          case SINGLE -> single(decision, caller);
          case BULK -> bulk(decision);
        };
    if (decision.refused() != null) {
      answer.header(REASON, decision.refused().label());
    }
    return caller.finish(answer);
  }

  /** What became of a hit, and why. */
  static Response explained(Explanation explanation, Caller caller) {
    return caller.finish(
        Response.ok(bytes(explanation.text()))
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", "no-store"));
  }

  /** The answer to a body that was not read. */
  static Response refused(Rejection why, Caller caller) {
    ResponseBuilder answer = image(Response.status(why.status()), true, caller);
    if (why == Rejection.BUSY) {
      answer.header("Retry-After", "5");
    }
    return caller.finish(answer.header(REASON, why.label()));
  }

  /** The answer when neither queue nor spool could take the hits. */
  static Response unavailable(Decision decision, Caller caller) {
    ResponseBuilder answer = Response.status(503);
    if (decision.form() == Form.BULK) {
      answer.type("application/json").entity(bytes(counts("error", 0, decision)));
    } else {
      answer = image(answer, decision.image(), caller);
    }
    return caller.finish(answer.header("Retry-After", "5").header(REASON, "queue_unavailable"));
  }

  /** What a browser asks before it sends a hit from another site. */
  static Response preflight() {
    return Response.noContent()
        .header("Access-Control-Allow-Methods", "GET, POST")
        .header("Access-Control-Allow-Headers", "*")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private static ResponseBuilder single(Decision decision, Caller caller) {
    Rejection refused = decision.refused();
    int ok = decision.image() ? 200 : 204;
    ResponseBuilder answer =
        image(Response.status(refused == null ? ok : refused.status()), decision.image(), caller);
    if (!decision.cookie().isEmpty()) {
      answer.header("Set-Cookie", COOKIE.formatted(decision.cookie()));
    }
    return decision.excluded() == Exclusion.DO_NOT_TRACK ? answer.header("Tk", "N") : answer;
  }

  private static ResponseBuilder image(ResponseBuilder answer, boolean image, Caller caller) {
    if (caller.get()) {
      answer.header("Cache-Control", "no-store");
    }
    return image ? answer.header("Content-Type", "image/gif").entity(GIF) : answer;
  }

  private static ResponseBuilder bulk(Decision decision) {
    Rejection refused = decision.refused();
    boolean error = refused != null && refused.status() != 200;
    if (!decision.image() && !error) {
      return Response.noContent();
    }
    String status = error ? "error" : "success";
    return Response.status(error ? refused.status() : 200)
        .type("application/json")
        .entity(bytes(counts(status, decision.tracked(), decision)));
  }

  private static String counts(String status, int tracked, Decision decision) {
    String indices =
        decision.tellInvalid()
            ? decision.invalid().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", ",\"invalid_indices\":[", "]"))
            : "";
    return "{\"status\":\""
        + status
        + "\",\"tracked\":"
        + tracked
        + ",\"invalid\":"
        + decision.invalid().size()
        + indices
        + "}";
  }

  private static ResponseBuilder prose(Rejection refused) {
    return Response.status(refused == null ? 200 : refused.status())
        .header("Content-Type", "text/html; charset=UTF-8")
        .entity(bytes(PROSE));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
