package org.footfall.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footfall.account.Caller;

/** Finds out who asks what, and has it answered; questions of a bulk request one by one. */
final class ApiDispatcher {
  static final String BULK = "API.getBulkRequest";
  private static final int MOST_AT_ONCE = 200;

  private final ApiMethods methods;
  private final TokenCheck tokens;
  private final Clock clock;

  ApiDispatcher(ApiMethods methods, TokenCheck tokens, Clock clock) {
    methods.add(BULK, this::several);
    this.methods = methods;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * The question in a request's parameters.
   *
   * @param ip where the request came from
   * @param base the address of this installation it was sent to
   * @param person who asks where no token says so; only for methods that change nothing, since any
   *     link can ask
   */
  ApiCall call(
      ApiParameters parameters, ApiToken token, Optional<Caller> person, String ip, String base)
      throws ApiException {
    if (parameters.text("method").isEmpty()) {
      throw ApiException.of(
          "The parameter 'method' isn't set in the Request, and a default value wasn't provided.");
    }
    String method = parameters.required("method");
    Caller caller =
        token.isNone() && person.isPresent() && methods.onlyReads(method)
            ? person.get()
            : caller(token);
    return new ApiCall(caller, ip, base, method, parameters, new ApiBudget(clock));
  }

  Answer answer(ApiCall call) throws ApiException {
    return methods.answer(call);
  }

  private Caller caller(ApiToken token) throws ApiException {
    return token.isNone()
        ? Caller.ANONYMOUS
        : tokens.authenticate(token.text(), token.secure()).orElseThrow(ApiException::badToken);
  }

  private Answer several(ApiCall call) throws ApiException {
    List<String> urls = call.parameters().list("urls");
    if (urls.isEmpty()) {
      throw ApiException.missing("urls");
    }
    if (urls.size() > MOST_AT_ONCE) {
      throw ApiException.of(400, "A bulk request holds at most " + MOST_AT_ONCE + " requests.");
    }
    List<Answer> answers = new ArrayList<>();
    for (String url : urls) {
      answers.add(one(call, url));
    }
    return new Answer.Several(answers);
  }

  private Answer one(ApiCall bulk, String url) {
    try {
      String query = url.startsWith("?") ? url.substring(1) : url;
      ApiParameters own = new ApiParameters(FormData.parse(query));
      Caller caller =
          own.text("token_auth").isPresent() ? caller(ApiToken.inAddress(own)) : bulk.caller();
      String method = own.required("method");
      if (method.equals(BULK)) {
        throw ApiException.of(400, "A bulk request cannot hold a bulk request.");
      }
      bulk.budget().checkTime();
      return methods.answer(
          new ApiCall(caller, bulk.ip(), bulk.base(), method, own, bulk.budget()));
    } catch (ApiException e) {
      return new Answer.Failed(e.getMessage());
    }
  }
}
