import test from 'node:test';
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import vm from 'node:vm';
import {page, SETUP} from './page.js';

const lite = (...calls) => page({file: 'lite.js', calls});
const names = (p) => p.queries().map((query) => query.get('action_name') || query.get('e_c'));
const jarOf = (...entries) => new Map(entries.map(([name, value]) => [name, {value, expires: Infinity}]));

/** The visitor's cookies as somebody has them who was here before. */
const known = () => jarOf(['_pk_id.1.f399', '0123456789abcdef.1790000000.'], ['_pk_ses.1.f399', '1'], ['_pk_ref.1.f399', '[]']);
const view = ['trackPageView'];

test('page views and events', () => {
  const p = lite(['setDocumentTitle', 'Title'], ['setCustomUrl', 'https://shop.example/x'], view, ['setUserId', 'ada'], ...SETUP);
  const sent = p.last();
  assert.deepEqual(
    ['action_name', 'url', 'uid', 'idsite', 'rec', 'send_image'].map((name) => sent.get(name)),
    ['Title', 'https://shop.example/x', 'ada', '1', '1', '0']
  );
  p.push('trackEvent', 'cat', 'act', undefined, 0);
  assert.deepEqual(['e_c', 'e_a', 'e_n', 'e_v', 'ca'].map((name) => p.last().get(name)), ['cat', 'act', null, '0', '1']);
  p.push('someUnknownCall', 1);
  assert.deepEqual(p.errors, []);
});

test('each page view has the title and address of its time', () => {
  const p = lite(...SETUP, ['setCustomUrl', '/a'], ['setDocumentTitle', 'A'], view, ['setCustomUrl', '/b'], ['setDocumentTitle', 'B'], view);
  assert.deepEqual(
    p.queries().map((query) => [query.get('action_name'), query.get('url')]),
    [
      ['A', 'https://shop.example/a'],
      ['B', 'https://shop.example/b'],
    ]
  );
});

test('a relative address is one of the page', () => {
  assert.equal(lite(...SETUP, ['setCustomUrl', '/virt?x'], view).last().get('url'), 'https://shop.example/virt?x');
});

test('half a character in a title', () => {
  assert.equal(lite(...SETUP, ['trackPageView', 'Tea \ud83c']).last().get('action_name'), 'Tea \ufffd');
});

test('a tracker whose address has a query', () => {
  const p = lite(['setTrackerUrl', '/hit?a=b'], ['setSiteId', 2], view);
  assert.match(p.sent[0].url, /^https:\/\/shop\.example\/hit\?a=b&/);
});

test('links and downloads', () => {
  const p = lite(...SETUP, ['setDomains', ['*.shop.example']], ['enableLinkTracking']);
  const click = (href, ...within) => {
    const {hostname, pathname} = new URL(href);
    const link = {hostname, pathname, toString: () => href};
    const before = p.sent.length;
    p.doc.dispatch('click', {composedPath: () => [...within, link, {host: {}}, p.doc, p.window]});
    return p.sent.length > before ? [...p.last().entries()].find(([name]) => name === 'link' || name === 'download').join(' ') : undefined;
  };
  assert.equal(click('https://other.example/'), 'link https://other.example/');
  assert.equal(click('https://notshop.example/'), 'link https://notshop.example/');
  assert.equal(click('https://shop.example/a'), undefined);
  assert.equal(click('https://www.shop.example/a'), undefined);
  assert.equal(click('https://shop.example/a.pdf?v=2'), 'download https://shop.example/a.pdf?v=2');
  assert.equal(click('mailto:a@other.example'), undefined);
  // In the shadow of an element, the event's target is that element.
  assert.equal(click('https://other.example/', {nodeName: 'B'}), 'link https://other.example/');
  assert.deepEqual(p.errors, []);
});

test('without cookies', () => {
  const p = lite(...SETUP, ['requireCookieConsent'], view);
  assert.equal(p.last().get('_id'), null);
  assert.deepEqual(p.written, []);
  const forbidden = () => {
    throw new Error('sandbox');
  };
  const document = Object.defineProperty({}, 'cookie', {get: forbidden, set: forbidden});
  const q = page({file: 'lite.js', document, calls: [...SETUP, view]});
  assert.equal(names(q).length, 1);
});

test('without beacons nothing is sent, and nothing fails', () => {
  const p = page({file: 'lite.js', navigator: {sendBeacon: undefined}, calls: [...SETUP, view]});
  p.push('trackPageView');
  assert.deepEqual(p.sent, []);
});

test('loaded twice', () => {
  const p = lite(...SETUP, view);
  p.run('lite.js');
  p.push('trackEvent', 'cat', 'act');
  assert.deepEqual(names(p), ['The shop', 'cat']);
  assert.ok(p.sent.every(({url}) => url.startsWith('https://stats.example/matomo.php?')));
});

test('without a queue', () => {
  const p = page({file: 'lite.js', globals: () => ({_paq: undefined})});
  SETUP.concat([view]).forEach((call) => p.push(...call));
  assert.equal(p.sent.length, 1);
});

test('functions and faulty calls in the queue, and several calls at once', () => {
  let ran = 0;
  const p = lite(...SETUP, () => ran++, null, ['setCookieDomain', null], () => { throw new Error('of the page'); }, ['setCookieDomain', ''], view);
  assert.deepEqual(names(p), ['The shop']);
  p.window._paq.push(() => ran++, ['trackEvent', 'a', 'b'], ['trackEvent', 'c', 'd']);
  assert.deepEqual([ran, ...names(p)], [2, 'The shop', 'a', 'c']);
});

test('a page that adds to all objects', () => {
  const p = lite(...SETUP);
  vm.runInContext('Object.prototype.clone = () => {}; _paq.push(["trackPageView"])', p.window);
  assert.equal(p.last().get('clone'), null);
});

test('nothing leaves while the page is prerendered', () => {
  const document = {prerendering: true};
  const p = page({file: 'lite.js', document, calls: [...SETUP, view]});
  p.push('trackEvent', 'a', 'b');
  assert.deepEqual([p.sent.length, p.written.length], [0, 0]);
  p.doc.prerendering = false;
  p.doc.dispatch('prerenderingchange');
  assert.deepEqual(names(p), ['The shop', 'a']);
});

test('cookies as they are set', () => {
  const calls = [
    ['setCookieNamePrefix', 'my_'],
    ['setCookieDomain', '*.shop.example'],
    ['setCookiePath', '/tea'],
    ['setCookieSameSite', 'None'],
    ['setSecureCookie', true],
  ];
  const p = lite(...SETUP, view, ...calls);
  const end = '.1.' + createHash('sha1').update('.shop.example/tea').digest('hex').slice(0, 4);
  const [value, attributes] = [...p.jar].filter(([name]) => name === 'my_id' + end).map(([, {value, expires, ...more}]) => [value, more])[0];
  assert.match(value, /^[0-9a-f]{16}\.\d{10}\.$/);
  assert.deepEqual(attributes, {'max-age': '33955200', Path: '/tea', Domain: '.shop.example', secure: undefined, SameSite: 'None'});
  assert.equal(p.last().get('_id'), value.slice(0, 16));
});

test('the cookies of hosts of any length have the same names in both trackers', () => {
  for (let length = 1; length < 200; length += 7) {
    const host = Array.from({length}, (_, i) => (i % 60 === 59 ? '.' : 'abcdefghij'[i % 10])).join('') + '.example';
    const hash = createHash('sha1').update(host + '/').digest('hex').slice(0, 4);
    const p = page({file: 'lite.js', url: `https://${host}/`, calls: [...SETUP, view]});
    assert.ok(p.cookie('_pk_id.1.' + hash), host);
  }
});

/** Runs calls on a new page with the same cookies. */
const next = (jar, ...calls) => page({file: 'lite.js', jar, calls: [...SETUP, ...calls]});

test('consent that is required and remembered', () => {
  const p = next(known(), ['requireConsent'], view);
  assert.deepEqual([names(p), p.cookie('_pk_')], [[], undefined]);
  p.push('rememberConsentGiven', 2);
  assert.deepEqual([names(p), p.last().get('consent')], [['The shop'], '1']);
  assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/);
  assert.equal(p.jar.get('mtm_consent')['max-age'], '7200');
  const q = next(p.jar, ['requireConsent'], view);
  assert.equal(q.last().get('consent'), '1');
  q.push('forgetConsentGiven');
  q.push('trackPageView', 'Never');
  assert.deepEqual([names(q), q.cookie('_pk_'), q.cookie('mtm_consent')], [['The shop'], undefined, q.cookie('mtm_consent_removed')]);
  assert.deepEqual(names(next(q.jar, ['requireConsent'], view)), []);
  assert.deepEqual(names(next(q.jar, view)), []);
  assert.deepEqual(names(next(q.jar, ['requireConsent'], view, ['setConsentGiven'])), ['The shop']);
});

test('consent for this page only', () => {
  const p = next(new Map(), view, ['requireConsent'], ['setConsentGiven']);
  assert.deepEqual([names(p), p.cookie('mtm_consent')], [['The shop'], undefined]);
  assert.deepEqual(names(next(p.jar, ['requireConsent'], view)), []);
});

test('consent without cookies', () => {
  const p = next(known(), ['requireConsent'], view, ['setConsentGiven', false]);
  assert.deepEqual([p.last().get('_id'), p.cookie('_pk_')], [null, undefined]);
});

test('consent to cookies', () => {
  const p = next(known(), ['requireCookieConsent'], view);
  assert.deepEqual([p.last().get('_id'), p.cookie('_pk_')], [null, undefined]);
  p.push('setCookieConsentGiven');
  p.push('trackPageView');
  assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/);
  assert.equal(next(p.jar, ['requireCookieConsent'], view).last().get('_id'), null);
  p.push('rememberCookieConsentGiven', 3);
  assert.equal(p.jar.get('mtm_cookie_consent')['max-age'], '10800');
  const q = next(p.jar, ['requireCookieConsent'], view);
  assert.match(q.last().get('_id'), /^[0-9a-f]{16}$/);
  q.push('forgetCookieConsentGiven');
  q.push('trackPageView');
  assert.deepEqual([q.last().get('_id'), q.cookie('_pk_'), q.cookie('mtm_cookie_consent')], [null, undefined, undefined]);
  assert.equal(next(p.jar, ['requireCookieConsent'], view).last().get('_id'), null);
});

test('disableCookies removes those there are, and consent does not bring them back', () => {
  const p = next(known(), view, ['disableCookies']);
  assert.deepEqual([p.last().get('_id'), p.cookie('_pk_')], [null, undefined]);
  p.push('setConsentGiven');
  p.push('trackPageView');
  assert.deepEqual([p.last().get('_id'), p.cookie('_pk_')], [null, undefined]);
});

test('opting out, and in again', () => {
  const p = next(known(), view, ['optUserOut']);
  p.push('trackPageView', 'Never');
  assert.deepEqual([names(p), p.cookie('_pk_')], [[], undefined]);
  assert.ok(p.cookie('mtm_consent_removed'));
  const q = next(p.jar, view);
  q.push('forgetUserOptOut');
  q.push('trackPageView', 'Never');
  assert.deepEqual([names(q), q.cookie('mtm_consent_removed')], [[], undefined]);
  const r = next(q.jar, view);
  assert.deepEqual(names(r), ['The shop']);
  r.push('optUserOut');
  r.push('trackPageView', 'Never');
  r.push('setConsentGiven');
  r.push('trackPageView', 'Again');
  assert.deepEqual([names(r), r.cookie('mtm_consent_removed')], [['The shop', 'Again'], undefined]);
});

test('browsers whose users do not want this', () => {
  for (const navigator of [{doNotTrack: '1'}, {globalPrivacyControl: true}]) {
    const heeds = page({file: 'lite.js', navigator, jar: known(), calls: [...SETUP, ['setDoNotTrack', true], view, ['setConsentGiven']]});
    assert.deepEqual([names(heeds), heeds.cookie('_pk_')], [[], undefined]);
    assert.equal(page({file: 'lite.js', navigator, calls: [...SETUP, view]}).sent.length, 1);
  }
});

test('functions in arrays are run, and say nothing of consent', () => {
  const p = next(new Map(), view);
  let ran = [];
  p.push((...values) => { ran = [...values, 'setConsentGiven']; }, 1, 2);
  p.push(function optUserOut() {});
  p.push('trackEvent', 'a', 'b');
  assert.deepEqual([ran, names(p), p.cookie('mtm_')], [[1, 2, 'setConsentGiven'], ['The shop', 'a'], undefined]);
});

test('only methods of consent say anything of it', () => {
  for (const name of ['isConsentGiven', 'onConsentGivenOnce', 'optimize', 'setLogOut', 'setFooGiven', 'optOut', 'isUserOptedOut']) {
    const p = next(known(), view, [name]);
    p.push('trackEvent', 'a', 'b');
    assert.deepEqual([names(p), p.cookie('mtm_')], [['The shop', 'a'], undefined], name);
    assert.equal(p.last().get('_id'), '0123456789abcdef', name);
  }
});

test('links by hand are links unless they are downloads', () => {
  for (const type of [undefined, 'any', 'link', 'download']) {
    const sent = next(new Map(), ['trackLink', 'https://other.example/', type]).last();
    const kind = type === 'download' ? type : 'link';
    assert.deepEqual([...sent.keys()].filter((name) => /link|download|any|undefined/.test(name)), [kind], type);
    assert.equal(sent.get(kind), 'https://other.example/');
  }
});

test('only links are links', () => {
  const p = lite(...SETUP, ['enableLinkTracking']);
  const field = {nodeName: 'INPUT'};
  const form = {nodeName: 'FORM', hostname: field, pathname: field};
  p.window.hostname = 'db.example';
  p.window.pathname = '/a.pdf';
  p.doc.dispatch('click', {composedPath: () => [field, form, p.doc, p.window]});
  assert.deepEqual(p.sent, []);
});

test('who opts out takes consent to cookies back, too', () => {
  for (const no of ['optUserOut', 'forgetConsentGiven']) {
    const p = next(known(), ['rememberCookieConsentGiven'], ['rememberConsentGiven'], view, [no]);
    assert.equal(p.cookie('mtm_cookie_consent'), undefined);
    assert.equal(p.cookie('mtm_consent'), p.cookie('mtm_consent_removed'));
    const q = next(p.jar, ['requireCookieConsent'], ['setConsentGiven', false], view);
    assert.deepEqual([names(q), q.last().get('_id')], [['The shop'], null]);
  }
});

test('no hours are the usual ones', () => {
  for (const hours of [undefined, null, 0, '']) {
    const p = next(new Map(), ['requireConsent'], view, ['rememberConsentGiven', hours], ['rememberCookieConsentGiven', hours]);
    assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/);
    assert.deepEqual(['mtm_consent', 'mtm_cookie_consent'].map((name) => p.jar.get(name)['max-age'] / 3600 >= 24 * 365 * 30), [true, true], String(hours));
    assert.deepEqual(names(next(p.jar, ['requireConsent'], view)), ['The shop']);
  }
});

test('only false is consent without cookies', () => {
  for (const value of [undefined, null, 0, '']) {
    const p = next(new Map(), ['requireConsent'], view, ['setConsentGiven', value]);
    assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/, String(value));
  }
});

test('nothing leaves without the address of a tracker', () => {
  const p = lite(['setSiteId', '1'], view);
  p.push('trackEvent', 'a', 'b');
  assert.deepEqual([p.sent, p.written], [[], []]);
  p.push('setTrackerUrl', '/hit');
  p.push('trackPageView');
  assert.deepEqual(names(p), ['The shop']);
});

test('events have a category and an action', () => {
  assert.deepEqual(next(new Map(), ['trackEvent'], ['trackEvent', 'a'], ['trackEvent', '', 'b'], ['trackEvent', undefined, 'b']).sent, []);
});

test('who signed out', () => {
  const p = next(new Map(), ['setUserId', 'ada'], view);
  assert.equal(p.last().get('uid'), 'ada');
  p.push('resetUserId');
  p.push('trackPageView');
  assert.equal(p.last().get('uid'), null);
});
