package org.footfall.api;

import java.util.Map;
import org.footfall.privacy.ReferrerDetail;
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
    methods.add(
        "PrivacyManager.activateGlobalPrivacyControl", call -> setGlobalPrivacyControl(call, true));
    methods.add(
        "PrivacyManager.deactivateGlobalPrivacyControl",
        call -> setGlobalPrivacyControl(call, false));
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
    String referrer = parameters.text("anonymizeReferrer", "");
    if (!ReferrerDetail.of(referrer).stored().equals(referrer)) {
      throw ApiException.of(
          400,
          "The parameter 'anonymizeReferrer' is empty, exclude_query, exclude_path or exclude_all.");
    }
    settings.save(
        Map.of(
            InstanceSetting.MASKED_BYTES,
            parameters.flag("anonymizeIPEnable") ? Integer.toString(bytes) : "0",
            InstanceSetting.ENRICH_FROM_MASKED,
            flag(parameters, "useAnonymizedIpForVisitEnrichment"),
            InstanceSetting.ANONYMIZE_USER_ID,
            flag(parameters, "anonymizeUserId"),
            InstanceSetting.ANONYMIZE_ORDER_ID,
            flag(parameters, "anonymizeOrderId"),
            InstanceSetting.ANONYMIZE_REFERRER,
            referrer,
            InstanceSetting.COOKIELESS,
            flag(parameters, "forceCookielessTracking")));
    return new Answer.Value(true);
  }

  private static String flag(ApiParameters parameters, String name) {
    return parameters.flag(name) ? "1" : "0";
  }

  private Answer setGlobalPrivacyControl(ApiCall call, boolean respected) throws ApiException {
    call.requireSuperuser();
    settings.save(InstanceSetting.GLOBAL_PRIVACY_CONTROL, respected);
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
