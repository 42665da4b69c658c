import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const METHODS = `
  trackPageView trackEvent trackSiteSearch trackGoal trackLink enableLinkTracking disableLinkTracking setTrackerUrl setSiteId setUserId resetUserId
  setCustomUrl setReferrerUrl setDocumentTitle setDomains setCookieDomain setCookiePath disableCookies enableHeartBeatTimer disableHeartBeatTimer
  requireConsent setConsentGiven rememberConsentGiven forgetConsentGiven requireCookieConsent setCookieConsentGiven rememberCookieConsentGiven
  forgetCookieConsentGiven setDoNotTrack optUserOut forgetUserOptOut isUserOptedOut setCustomDimension deleteCustomDimension getCustomDimension
  trackRequest ping addTracker
  setEcommerceView addEcommerceItem removeEcommerceItem clearEcommerceCart getEcommerceItems trackEcommerceCartUpdate trackEcommerceOrder
  trackAllContentImpressions trackVisibleContentImpressions trackContentImpression trackContentImpressionsWithinNode trackContentInteraction
  trackContentInteractionNode logAllContentBlocksOnPage
  setAPIUrl setRequestMethod setRequestContentType setCustomRequestProcessing appendToTrackingUrl setLinkTrackingTimer getLinkTrackingTimer
  setDownloadExtensions addDownloadExtensions removeDownloadExtensions setIgnoreClasses setLinkClasses setDownloadClasses setExcludedReferrers
  getExcludedReferrers setExcludedQueryParams setCampaignNameKey setCampaignKeywordKey disableCampaignParameters discardHashTag
  setConversionAttributionFirstReferrer enableCrossDomainLinking disableCrossDomainLinking isCrossDomainLinkingEnabled setCrossDomainLinkingTimeout
  getCrossDomainLinkingUrlParameter setCookieNamePrefix setVisitorCookieTimeout setSessionCookieTimeout setReferralCookieTimeout setSecureCookie
  setCookieSameSite setVisitorId setPageViewId getPageViewId setCustomData getCustomData setPagePerformanceTiming disablePerformanceTracking
  setGenerationTimeMs enableBrowserFeatureDetection disableBrowserFeatureDetection enableJSErrorTracking enableFileTracking alwaysUseSendBeacon
  disableAlwaysUseSendBeacon disableQueueRequest setRequestQueueInterval queueRequest setCountPreRendered killFrame redirectFile addListener addPlugin
  setCustomVariable getCustomVariable deleteCustomVariable deleteCustomVariables storeCustomVariablesInCookie
  getVisitorId getVisitorInfo getUserId getSiteId getTrackerUrl getMatomoUrl getPiwikUrl getCurrentUrl getAttributionInfo getAttributionCampaignName
  getAttributionCampaignKeyword getAttributionReferrerTimestamp getAttributionReferrerUrl getCookieDomain getCookiePath getCookie hasCookies
  areCookiesEnabled getSessionCookieTimeout getRemainingVisitorCookieTimeout hasConsent isConsentRequired hasRememberedConsent getRememberedConsent
  getRememberedCookieConsent getNumTrackedPageViews deleteCookies setSessionCookie
  enableAutoPageViews trackScrollDepth trackWebVitals trackEngagement trackAttributeEvents track404`
  .trim()
  .split(/\s+/);

test('a tracker has every method', () => {
  const tracker = page({calls: SETUP}).window.Matomo.getAsyncTracker();
  assert.deepEqual(METHODS.filter((name) => typeof tracker[name] !== 'function'), []);
});

test('getters answer before anything was set or sent', () => {
  const tracker = page({calls: SETUP}).window.Matomo.getAsyncTracker();
  const answers = {
    getSiteId: '1',
    getTrackerUrl: 'https://stats.example/matomo.php',
    getMatomoUrl: 'https://stats.example/',
    getCurrentUrl: 'https://shop.example/',
    getLinkTrackingTimer: 500,
    getSessionCookieTimeout: 1800e3,
    getNumTrackedPageViews: 0,
    getPageViewId: '',
    getAttributionCampaignName: '',
    getAttributionReferrerTimestamp: 0,
    getRememberedConsent: null,
    getRememberedCookieConsent: null,
    hasConsent: true,
    isConsentRequired: false,
    hasRememberedConsent: false,
    isUserOptedOut: false,
    areCookiesEnabled: true,
    hasCookies: '1',
    isCrossDomainLinkingEnabled: false,
    getCrossDomainLinkingUrlParameter: '',
  };
  for (const name of Object.keys(answers)) {
    assert.equal(tracker[name](), answers[name], name);
  }
  const [isNew, id, second] = tracker.getVisitorInfo();
  assert.deepEqual([isNew, /^[0-9a-f]{16}$/.test(id), typeof second], ['1', true, 'number']);
  assert.equal(tracker.getVisitorId(), id);
  assert.equal(tracker.getRemainingVisitorCookieTimeout(), 33955200e3);
});
