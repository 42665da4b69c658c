package org.footfall.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.footfall.account.Right;
import org.footfall.site.Site;
import org.footfall.tag.ImageCode;
import org.footfall.tag.OptOutCode;
import org.footfall.tag.OptOutStyle;
import org.footfall.tag.ServerAddress;
import org.footfall.tag.TagCode;
import org.footfall.tag.WrongValue;

/** The code that sites have in their pages: the tag, an image in its place, the opt-out form. */
final class CodeMethods {
  private static final int SLOTS = 20;

  private final SiteAccess access;

  CodeMethods(SiteAccess access) {
    this.access = access;
  }

  void addTo(ApiMethods methods) {
    methods.add("SitesManager.getJavascriptTag", checked(this::tag));
    methods.add("SitesManager.getImageTrackingCode", checked(this::image));
    methods.add("CoreAdminHome.getOptOutJSEmbedCode", checked(this::optOut));
    methods.add("CoreAdminHome.getOptOutSelfContainedEmbedCode", checked(this::ownOptOut));
  }

  /** A method that makes code of what was sent. */
  @FunctionalInterface
  private interface Maker {
    String code(ApiCall call) throws ApiException, WrongValue;
  }

  private static ApiMethod checked(Maker maker) {
    return call -> {
      try {
        return new Answer.Value(maker.code(call));
      } catch (WrongValue e) {
        throw ApiException.of(400, e.getMessage());
      }
    };
  }

  private String tag(ApiCall call) throws ApiException, WrongValue {
    Site site = access.one(call, Right.VIEW);
    ApiParameters sent = call.parameters();
    TagCode code = new TagCode(server(call, "piwikUrl"), site.id().value());
    List<String> hosts = site.urls().stream().map(CodeMethods::wildcard).toList();
    boolean crossDomain = sent.flag("crossDomain");
    if (sent.flag("groupPageTitlesByDomain")) {
      code.titlesByHost();
    }
    if (sent.flag("mergeSubdomains") && !hosts.isEmpty()) {
      code.call("setCookieDomain", hosts.get(0).replaceFirst("[:/].*", ""));
    }
    if ((sent.flag("mergeAliasUrls") || crossDomain) && !hosts.isEmpty()) {
      code.call("setDomains", hosts);
    }
    if (crossDomain) {
      code.call("enableCrossDomainLinking");
    }
    variables(sent, "visitorCustomVariables", "visit", code);
    variables(sent, "pageCustomVariables", "page", code);
    sent.text("customCampaignNameQueryParam")
        .ifPresent(name -> code.call("setCampaignNameKey", name));
    sent.text("customCampaignKeywordParam")
        .ifPresent(name -> code.call("setCampaignKeywordKey", name));
    list(sent, "excludedQueryParams", "setExcludedQueryParams", code);
    list(sent, "excludedReferrers", "setExcludedReferrers", code);
    if (sent.flag("disableCampaignParameters")) {
      code.call("disableCampaignParameters");
    }
    if (sent.flag("doNotTrack")) {
      code.switchOn("setDoNotTrack");
    }
    if (sent.flag("disableCookies")) {
      code.call("disableCookies");
    }
    if (sent.flag("trackNoScript")) {
      code.withoutScript();
    }
    return code.html();
  }

  private String image(ApiCall call) throws ApiException, WrongValue {
    Site site = access.one(call, Right.VIEW);
    ApiParameters sent = call.parameters();
    ImageCode code = new ImageCode(server(call, "piwikUrl"), site.id().value());
    if (isGiven(sent, "actionName")) {
      code.with("action_name", sent.text("actionName", ""));
    }
    int goal = isGiven(sent, "idGoal") ? sent.number("idGoal", 0) : 0;
    if (goal > 0) {
      code.with("idgoal", Integer.toString(goal));
      if (isGiven(sent, "revenue")) {
        code.with(
            "revenue",
            BigDecimal.valueOf(sent.decimal("revenue", 0)).stripTrailingZeros().toPlainString());
      }
    }
    return code.html();
  }

  private String optOut(ApiCall call) throws ApiException, WrongValue {
    call.requireAnyView();
    ApiParameters sent = call.parameters();
    return OptOutCode.embedding(
        server(call, "matomoUrl"), sent.text("language", "auto"), intro(sent), style(sent));
  }

  private String ownOptOut(ApiCall call) throws ApiException, WrongValue {
    call.requireAnyView();
    return OptOutCode.selfContained(intro(call.parameters()), style(call.parameters()));
  }

  /** Clients that are written in PHP send {@code false} for nothing. */
  private static boolean isGiven(ApiParameters sent, String name) {
    return sent.text(name).filter(value -> !value.equals("false")).isPresent();
  }

  private static boolean intro(ApiParameters sent) {
    return sent.text("showIntro").isEmpty() || sent.flag("showIntro");
  }

  private static OptOutStyle style(ApiParameters sent) throws WrongValue {
    Function<String, String> value = name -> sent.text(name, "");
    return sent.flag("applyStyling") ? OptOutStyle.read(value::apply) : OptOutStyle.NONE;
  }

  /** The address that was sent, else the one at which this was asked. */
  private static ServerAddress server(ApiCall call, String name) throws WrongValue {
    return ServerAddress.of(name, call.parameters().text(name, call.base()));
  }

  /** A site's address as the tracker compares it: its host and all below. */
  private static String wildcard(String url) {
    String rest = url.replaceFirst("^(?i)https?://", "").replaceFirst("[?#].*$", "");
    return "*." + (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
  }

  /** Variables come as name and value in two levels of brackets. */
  private static void variables(ApiParameters sent, String name, String scope, TagCode code) {
    for (int i = 0; i < SLOTS; i++) {
      String pair = name + "[" + i + "]";
      String value = sent.text(pair + "[1]", "");
      int slot = i + 1;
      sent.text(pair + "[0]").ifPresent(title -> code.variable(slot, title, value, scope));
    }
  }

  private static void list(ApiParameters sent, String name, String method, TagCode code) {
    List<String> values = sent.list(name);
    if (!values.isEmpty()) {
      code.call(method, values);
    }
  }
}
