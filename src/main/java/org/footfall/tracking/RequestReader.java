package org.footfall.tracking;

import org.footfall.tracking.Decision.Form;
import org.footfall.tracking.RequestSet.Hits;

/**
 * Takes a request apart: parameters of the address and of a form, where the address wins, or the
 * hits of a bulk request, which is told by its body and may have any content type. Tokens are taken
 * out here and go no further.
 */
final class RequestReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN = "token_auth";

  private final Limits limits;

  RequestReader(Limits limits) {
    this.limits = limits;
  }

  RequestSet read(RawRequest raw, Snapshot snapshot) {
    Senders senders = new Senders(snapshot, raw.receivedAt());
    senders.header(raw.header().apply("Authorization"));
    Parameters address = new Parameters(limits.hit());
    if (raw.query() != null && !raw.query().isEmpty()) {
      QueryParser.parse(raw.query(), address);
    }
    if (BulkReader.looksLikeBulk(raw.body())) {
      return bulk(raw, senders, address);
    }
    Parameters form = new Parameters(limits.hit());
    if (raw.body().length > 0 && isForm(raw.contentType())) {
      QueryParser.parse(raw.body(), form);
    }
    boolean empty = address.isEmpty() && form.isEmpty();
    senders.address(address.take(TOKEN));
    senders.body(form.take(TOKEN));
    address.addMissing(form);
    address.settle();
    boolean image = !address.get("send_image").equals("0");
    Rejection problem = differing(senders, address.problem());
    if (problem == null && empty) {
      return raw.get()
          ? new RequestSet(Form.EMPTY, Hits.NONE, true, senders, null)
          : new RequestSet(Form.EMPTY, Hits.NONE, true, senders, Rejection.NOTHING_TO_TRACK);
    }
    return new RequestSet(Form.SINGLE, to -> to.accept(address), image, senders, problem);
  }

  private RequestSet bulk(RawRequest raw, Senders senders, Parameters address) {
    BulkReader bulk = new BulkReader(limits, raw.body());
    Rejection problem = bulk.check();
    senders.body(bulk.token());
    senders.address(address.take(TOKEN));
    boolean image = bulk.image() && !address.get("send_image").equals("0");
    return new RequestSet(Form.BULK, bulk::each, image, senders, differing(senders, problem));
  }

  private static Rejection differing(Senders senders, Rejection problem) {
    return problem == null && senders.disagree() ? Rejection.TOKENS_DIFFER : problem;
  }

  private static boolean isForm(String contentType) {
    return contentType != null && contentType.regionMatches(true, 0, FORM, 0, FORM.length());
  }
}
