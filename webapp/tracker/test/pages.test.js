/* What pages do that is not in any manual. */
import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const SERVER = 'https://stats.example/matomo.php';
const sites = (p) => p.queries().map((query) => query.get('idsite'));

test('pages that make their tracker themselves have no other', () => {
  const p = page({calls: undefined, globals: () => ({_paq: undefined})});
  p.window.Matomo.addTracker();
  p.window._paq.push(...SETUP, ['trackPageView']);
  p.wait(1000);
  assert.deepEqual(sites(p), ['1']);

  const early = page({
    globals: (window) => ({
      _paq: [['trackGoal', 3]],
      matomoAsyncInit: () => window.Matomo.getAsyncTracker(SERVER, 7).trackPageView(),
    }),
  });
  early.wait(1000);
  assert.deepEqual(sites(early), ['7', '7']);
  assert.deepEqual(early.errors, []);
});

test('pages that say later what to do are heard', () => {
  const p = page({globals: () => ({_paq: []}), document: {readyState: 'loading'}});
  p.window._paq.push(['trackPageView'], ...SETUP);
  assert.equal(p.sent.length, 0);
  p.window.dispatch('load');
  p.wait(1);
  assert.deepEqual(sites(p), ['1']);
});

test('without an address nothing leaves, least of all to the page’s own', () => {
  const p = page({calls: [['setSiteId', 1], ['trackPageView']]});
  p.wait(5000);
  p.hide();
  assert.deepEqual(p.sent, []);
  assert.deepEqual(p.written, []);
});

test('a fault of a page’s hook is not the end', () => {
  const fail = () => {
    throw new Error('theirs');
  };
  const p = page({globals: () => ({matomoPluginAsyncInit: [fail], matomoAsyncInit: fail}), calls: [...SETUP, ['trackPageView']]});
  assert.equal(p.sent.length, 1);
  assert.equal(p.errors.filter((said) => said.includes('theirs')).length, 2);
  p.window.Matomo.on('TrackerAdded', fail);
  p.push('addTracker', SERVER, 2);
  p.wait(1000);
  p.push('trackGoal', 1);
  assert.deepEqual(sites(p), ['1', '1', '2']);
});

test('pages that give all objects something of theirs are tracked', () => {
  const before = 'Object.prototype.clone = function () { throw new Error(); }; Array.prototype.last = function () {};';
  const p = page({before, calls: [...SETUP, ['setCustomDimension', 1, 'a'], ['trackPageView'], ['trackEvent', 'a', 'b']]});
  p.wait(1000);
  assert.equal(p.sent.length, 2);
  assert.equal(p.last().get('clone'), null);
});

test('what cannot be written is left out', () => {
  const circle = {a: 1};
  circle.self = circle;
  const p = page({calls: [...SETUP, ['trackPageView', 'Tea \ud83d', {circle, dimension1: circle}]]});
  assert.equal(p.last().get('action_name'), 'Tea ');
  assert.equal(p.last().get('data'), null);
  assert.equal(p.last().get('dimension1'), '');
  const whole = page({calls: [...SETUP, ['trackPageView', 'Tea \ud83c\udf75']]});
  assert.equal(whole.last().get('action_name'), 'Tea \ud83c\udf75');
});

test('dimensions may be empty or false', () => {
  const p = page({calls: [...SETUP, ['setCustomDimension', 1, false], ['setCustomDimension', 2, ''], ['setCustomDimension', 3], ['trackPageView']]});
  assert.deepEqual([1, 2, 3].map((id) => p.last().get('dimension' + id)), ['false', '', '']);
});

test('a referrer may be none', () => {
  const p = page({referrer: 'https://pay.example/', calls: [...SETUP, ['setReferrerUrl', ''], ['trackPageView']]});
  assert.equal(p.last().get('urlref'), null);
  assert.equal(p.last().get('_ref'), null);
});

test('an address in an address is not one', () => {
  const p = page({calls: [...SETUP, ['setCustomUrl', '/login?back=https://other.example/a'], ['trackPageView']]});
  assert.equal(p.last().get('url'), 'https://shop.example/login?back=https://other.example/a');
});

test('goals and events without a name are none', () => {
  const p = page({calls: [...SETUP, ['trackGoal'], ['trackEvent', ' ', 'x'], ['trackEvent', 'x']]});
  p.wait(5000);
  assert.deepEqual(p.sent, []);
  p.push('trackEvent', 0, 1);
  assert.equal(p.last().get('e_c'), '0');
});

test('none of a product is none', () => {
  const p = page({calls: [...SETUP, ['addEcommerceItem', 'T1', 'Tea', undefined, 3, 0], ['addEcommerceItem', 'T2'], ['trackEcommerceCartUpdate', 3]]});
  assert.deepEqual(JSON.parse(p.last().get('ec_items')), [['T1', 'Tea', '', 3, 0], ['T2', '', '', 0, 1]]);
});

test('link tracking may be switched off before it is on', () => {
  const p = page({calls: [...SETUP, ['disableLinkTracking']]});
  p.push('enableLinkTracking');
  const link = {nodeName: 'a', href: {baseVal: 'https://other.example/'}, classList: {contains: () => false}, hasAttribute: () => false};
  p.doc.dispatch('click', {composedPath: () => [{nodeName: 'path'}, link], button: 0});
  assert.equal(p.last().get('link'), 'https://other.example/');
});

test('a timer given as text is a number', () => {
  const p = page({calls: [...SETUP, ['disableAlwaysUseSendBeacon'], ['setLinkTrackingTimer', '0'], ['trackPageView']]});
  p.window.dispatch('pagehide', {persisted: false});
  assert.equal(p.sent.length, 1);
});

test('client hints that fail stop nothing', () => {
  for (const getHighEntropyValues of [() => { throw new Error('no'); }, () => undefined, () => Promise.reject(new Error('no'))]) {
    const p = page({navigator: {userAgentData: {getHighEntropyValues}}, calls: [...SETUP, ['trackPageView']]});
    p.wait(1000);
    assert.equal(p.sent.length, 1);
  }
});

test('who leaves before the part for other domains has come is counted', () => {
  const p = page({url: 'https://shop.example/?pk_vid=x', calls: [...SETUP, ['enableCrossDomainLinking'], ['trackPageView']]});
  assert.equal(p.sent.length, 0);
  p.window.dispatch('pagehide', {persisted: false});
  assert.equal(p.sent.length, 1);
  p.wait(2000);
  p.push('trackGoal', 1);
  assert.equal(p.sent.length, 2);
});

test('plug-ins that come with the page hear that it was loaded', () => {
  const heard = [];
  const p = page({
    document: {readyState: 'complete'},
    globals: (window) => ({matomoPluginAsyncInit: [() => window.Matomo.addPlugin('mine', {load: () => heard.push('load')})]}),
    calls: [...SETUP, ['trackPageView']],
  });
  p.wait(1);
  assert.deepEqual(heard, ['load']);
});

test('what plug-ins may use of the page is there', () => {
  const p = page({calls: SETUP});
  const called = [];
  p.push('DOM.onReady', () => called.push('ready'));
  p.window.Matomo.DOM.onLoad(() => called.push('load'));
  p.window.Matomo.DOM.addEventListener(p.window, 'tea', () => called.push('tea'));
  p.window.dispatch('tea');
  p.wait(1);
  assert.deepEqual(called.sort(), ['load', 'ready', 'tea']);
});
