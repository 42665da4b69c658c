package org.footfall.api;

import java.util.Map;
import org.footfall.site.InstanceSetting;
import org.footfall.site.InstanceStore;

/** {@code PrivacyManager.*} and {@code CoreAdminHome.*}: for superusers. */
final class AdminMethods {
  private static final int MOST_BYTES = 4;
  private final InstanceStore settings;
  private final CatchUp catchUp;

  AdminMethods(InstanceStore settings, CatchUp catchUp) {
    this.settings = settings;
    this.catchUp = catchUp;
  }

  void addTo(ApiMethods methods) {
    methods.add("PrivacyManager.setAnonymizeIpSettings", this::setMasking);
    methods.add("PrivacyManager.activateDoNotTrack", call -> setDoNotTrack(call, true));
    methods.add("PrivacyManager.deactivateDoNotTrack", call -> setDoNotTrack(call, false));
    methods.add("CoreAdminHome.runCronArchiving", this::runArchiving);
  }

  private Answer setMasking(ApiCall call) throws ApiException {
    call.requireSuperuser();
    ApiParameters parameters = call.parameters();
    parameters.required("anonymizeIPEnable");
    parameters.required("maskLength");
    int bytes = parameters.number("maskLength", 0);
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw ApiException.of(400, "The parameter 'maskLength' is a number from 0 to 4.");
    }
    settings.save(
        Map.of(
            InstanceSetting.MASKED_BYTES,
            parameters.flag("anonymizeIPEnable") ? Integer.toString(bytes) : "0",
            InstanceSetting.ENRICH_FROM_MASKED,
            parameters.flag("useAnonymizedIpForVisitEnrichment") ? "1" : "0"));
    return new Answer.Value(true);
  }

  private Answer setDoNotTrack(ApiCall call, boolean respected) throws ApiException {
    call.requireSuperuser();
    settings.save(InstanceSetting.DO_NOT_TRACK, respected);
    return new Answer.Value(true);
  }

  private Answer runArchiving(ApiCall call) throws ApiException {
    call.requireSuperuser();
    CatchUp.Outcome outcome = catchUp.run();
    if (!outcome.done()) {
      throw ApiException.of(503, outcome.sentence());
    }
    return new Answer.Done();
  }
}
