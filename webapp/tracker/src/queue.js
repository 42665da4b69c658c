/*
 * window._paq: calls that pages push before and after the tracker is there. Whatever the order they were pushed in, settings that
 * others build on come first when the tracker starts.
 */
import {Matomo, trackers} from './matomo.js';
import {say, win, words} from './page.js';

const FIRST = words(
  'addTracker enableFileTracking forgetCookieConsentGiven requireCookieConsent disableBrowserFeatureDetection disableCampaignParameters disableCookies setTrackerUrl setAPIUrl enableCrossDomainLinking setCrossDomainLinkingTimeout setSessionCookieTimeout setVisitorCookieTimeout setCookieNamePrefix setCookieSameSite setSecureCookie setCookiePath setCookieDomain setDomains setUserId setVisitorId setSiteId alwaysUseSendBeacon disableAlwaysUseSendBeacon enableLinkTracking setCookieConsentGiven requireConsent setConsentGiven disablePerformanceTracking setPagePerformanceTiming setExcludedQueryParams setExcludedReferrers'
);

/** Calls of plug-ins that are not there yet. */
let missed = [];

/** Makes one call, on all trackers. */
const apply = (call) => {
  if (typeof call === 'function') {
    call = [call];
  }
  const [method, ...values] = [].slice.call(call || []);
  if (typeof method === 'function') {
    return trackers.forEach((t) => method.apply(t, values));
  }
  const [, owner, name] = /^(\w+)(?:::|\.)(\w+)$/.exec(method) || [];
  if (owner) {
    const plugin = Matomo[owner];
    return plugin && plugin[name] ? plugin[name](...values) : missed.push(call);
  }
  (method === 'addTracker' ? trackers.slice(0, 1) : trackers).forEach((t) => {
    if (typeof t[method] !== 'function') {
      say('there is no method "' + method + '"');
    } else if (!t.own_[method]) {
      t[method](...values);
    }
  });
};

export const retry = () => missed.splice(0).forEach(apply);

/** A fault of one call is none of the others'. */
const attemptCall = (call) => {
  try {
    apply(call);
  } catch (e) {
    say(e);
  }
};

/** Starts the queue: calls so far, then each as it comes. */
export const run = () => {
  const calls = [].slice.call(win._paq || []);
  win._paq = {push: (...more) => more.forEach(attemptCall)};
  FIRST.forEach((method) => {
    const found = calls.filter((call) => call && call[0] === method);
    if (found.length > 1 && method !== 'addTracker') {
      say(method + ' is called more than once, the last counts');
    }
    found.forEach(attemptCall);
  });
  calls.filter((call) => !(call && FIRST.indexOf(call[0]) >= 0)).forEach(attemptCall);
};
