import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const FIRST = `addTracker enableFileTracking forgetCookieConsentGiven requireCookieConsent disableBrowserFeatureDetection disableCampaignParameters
  disableCookies setTrackerUrl setAPIUrl enableCrossDomainLinking setCrossDomainLinkingTimeout setSessionCookieTimeout setVisitorCookieTimeout
  setCookieNamePrefix setCookieSameSite setSecureCookie setCookiePath setCookieDomain setDomains setUserId setVisitorId setSiteId alwaysUseSendBeacon
  disableAlwaysUseSendBeacon enableLinkTracking setCookieConsentGiven requireConsent setConsentGiven disablePerformanceTracking setPagePerformanceTiming
  setExcludedQueryParams setExcludedReferrers`.split(/\s+/);

test('settings come first, in a fixed order, and all other calls in theirs', () => {
  const others = ['trackPageView', 'setCustomUrl', 'setSessionCookie', 'setCustomData', 'setConversionAttributionFirstReferrer', 'setCookieTimeout'];
  const called = [];
  const names = [...others, ...FIRST.slice().reverse()];
  page({
    calls: names.map((name) => [name]),
    globals: (window) => ({
      matomoAsyncInit() {
        const {prototype} = window.Matomo.getTracker('', '').constructor;
        names.forEach((name) => {
          prototype[name] = () => called.push(name);
        });
      },
    }),
  });
  assert.deepEqual(called, [...FIRST, ...others]);
});

test('twice what should be once is told', () => {
  const p = page({calls: [...SETUP, ['setSiteId', 2], ['addTracker', 'a', 3], ['addTracker', 'b', 4], ['trackPageView'], ['trackPageView']]});
  assert.deepEqual(p.errors.length, 1);
  assert.match(p.errors[0], /setSiteId/);
});

test('unknown methods are told and stop nothing', () => {
  const p = page({calls: [...SETUP, ['makeTea'], ['trackPageView']]});
  assert.match(p.errors[0], /makeTea/);
  assert.equal(p.sent.length, 1);
  p.push('trackEvent');
  p.window._paq.push(undefined, 7, ['trackGoal', 3]);
  p.wait(1000);
  assert.equal(p.last().get('idgoal'), '3');
});

test('each tracker gets each push', () => {
  const p = page({calls: [['trackPageView'], ['addTracker', 'https://other.example/t.php', '7'], ['addTracker', null, '8'], ...SETUP]});
  assert.deepEqual(
    p.sent.map(({url}) => url.replace(/\?.*/, '')),
    ['https://stats.example/matomo.php', 'https://other.example/t.php', 'https://stats.example/matomo.php']
  );
  assert.deepEqual(p.queries().map((query) => query.get('idsite')), ['1', '7', '8']);
});

test('functions are called with each tracker, calls of plug-ins when these are there', () => {
  const sites = [];
  const p = page({
    calls: [
      ['addTracker', null, '8'],
      function () {
        sites.push(this.getSiteId());
      },
      ['Plugin::go', 1],
      ['Plugin.go', 2],
      ...SETUP,
    ],
  });
  assert.deepEqual(sites, ['1', '8']);
  const went = [];
  p.window.Matomo.Plugin = {go: (value) => went.push(value)};
  p.window.Matomo.retryMissedPluginCalls();
  p.push('Plugin::go', 3);
  assert.deepEqual(went, [1, 2, 3]);
});

test('a part is loaded once, with its integrity, and its calls wait in their order', () => {
  const p = page({calls: [...SETUP, ['enableHeartBeatTimer', 5], ['enableJSErrorTracking']]});
  assert.equal(p.scripts.length, 1);
  const [script] = p.scripts;
  assert.match(script.src, /^https:\/\/stats\.example\/matomo\.js\?part=rare\.\w{8}$/);
  assert.match(script.integrity, /^sha(256|384)-/);
  assert.equal(script.nonce, 'n0nce');
  script.onerror();
  assert.match(p.scripts[1].src, /^https:\/\/stats\.example\/matomo\.js\?part=rare/);
  p.scripts[1].onerror();
  assert.match(p.errors[0], /rare/);

  const called = [];
  p.window.Matomo.part('rare', {
    enableHeartBeatTimer: (seconds) => called.push(seconds),
    enableJSErrorTracking: () => called.push('errors'),
  });
  assert.deepEqual(called, [5, 'errors']);
  p.push('enableHeartBeatTimer', 9);
  assert.deepEqual(called, [5, 'errors', 9]);
});
