package org.footfall.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footfall.report.Report;
import org.footfall.report.ReportCatalogue;

/** {@code Events.*} about what may lie below the rows of reports on events. */
final class EventMethods {
  void addTo(ApiMethods methods) {
    methods.add("Events.getDefaultSecondaryDimension", this::usual);
    methods.add("Events.getSecondaryDimensions", this::all);
    methods.add("Events.getActionToLoadSubtables", this::action);
  }

  private Answer usual(ApiCall call) throws ApiException {
    return new Answer.Value(below(report(call)));
  }

  private Answer all(ApiCall call) throws ApiException {
    Report report = report(call);
    List<String> words = new ArrayList<>(List.of(below(report)));
    words.addAll(report.others().keySet());
    return new Answer.Values(words);
  }

  private Answer action(ApiCall call) throws ApiException {
    String wanted = call.parameters().text("secondaryDimension", "");
    return new Answer.Value(report(call).with(wanted).belowAction());
  }

  /** {@code getActionFromCategoryId} tells {@code eventAction}. */
  private static String below(Report report) {
    String action = report.belowAction();
    return "event" + action.substring("get".length(), action.indexOf("From"));
  }

  private static Report report(ApiCall call) throws ApiException {
    String method = call.parameters().required("apiMethod");
    Optional<Report> report = ReportCatalogue.find("Events." + method);
    return report.orElseThrow(
        () -> ApiException.of(400, "There is no report Events." + method + "."));
  }
}
