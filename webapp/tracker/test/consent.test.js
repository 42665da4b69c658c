import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

for (const file of ['tracker.js', 'lite.js']) {
  test(`${file}: before consent nothing is sent and nothing written`, () => {
    const p = page({file, calls: [['trackPageView'], ['requireConsent'], ['setCookieDomain', 'shop.example'], ...SETUP]});
    p.push('trackEvent', 'a', 'b');
    p.wait(5000);
    p.hide();
    assert.deepEqual(p.sent, []);
    assert.deepEqual(p.written, []);

    p.show();
    p.push('setConsentGiven');
    p.wait(5000);
    assert.deepEqual(p.queries().map((query) => [query.get('action_name') || query.get('e_c'), query.get('consent')]), [['The shop', '1'], ['a', '1']]);
    const [first, second] = p.queries();
    assert.match(first.get('_id'), /^[0-9a-f]{16}$/);
    assert.equal(second.get('_id'), first.get('_id'));
  });

  test(`${file}: who opted out is not counted`, () => {
    const jar = new Map([['mtm_consent_removed', {value: '1', expires: Infinity}]]);
    const p = page({file, jar, calls: [...SETUP, ['trackPageView']]});
    p.wait(5000);
    assert.deepEqual(p.sent, []);
    assert.deepEqual(p.written, []);
  });

  test(`${file}: consent that is remembered holds`, () => {
    const jar = new Map([['mtm_consent', {value: '1774000000000', expires: Infinity}]]);
    const p = page({file, jar, calls: [...SETUP, ['requireConsent'], ['trackPageView']]});
    assert.equal(p.sent.length, 1);
    assert.equal(p.last().get('consent'), '1');
  });

  test(`${file}: browsers that ask not to be tracked are heard if the site wants it`, () => {
    for (const navigator of [{doNotTrack: '1'}, {globalPrivacyControl: true}]) {
      const p = page({file, navigator, calls: [...SETUP, ['setDoNotTrack', true], ['trackPageView']]});
      assert.deepEqual(p.sent, []);
      assert.equal(page({file, navigator, calls: [...SETUP, ['trackPageView']]}).sent.length, 1);
    }
  });
}

test('what brought a visitor is kept from before consent', () => {
  const p = page({url: 'https://shop.example/?mtm_campaign=autumn', calls: [...SETUP, ['requireConsent'], ['trackPageView']]});
  p.window.location = new URL('https://shop.example/next');
  p.push('setConsentGiven');
  assert.equal(p.last().get('url'), 'https://shop.example/?mtm_campaign=autumn');
  assert.equal(p.last().get('_rcn'), 'autumn');
});

test('opting out removes cookies, and what is asked for then is never sent', () => {
  const p = page({calls: [...SETUP, ['trackPageView']]});
  p.push('optUserOut');
  assert.equal(p.cookie('_pk_id'), undefined);
  assert.match(p.cookie('mtm_consent_removed'), /^\d{13}$/);
  p.push('trackPageView');
  p.push('forgetUserOptOut');
  p.wait(5000);
  assert.equal(p.sent.length, 1);
  p.push('trackPageView');
  assert.equal(p.sent.length, 2);
});

test('consent to cookies gives a visit that has begun its id', () => {
  const p = page({calls: [...SETUP, ['requireCookieConsent'], ['trackPageView']]});
  p.wait(1000);
  assert.equal(p.last().get('_id'), '');
  assert.deepEqual(p.written, []);
  p.push('rememberCookieConsentGiven', 1);
  assert.equal(p.last().get('ping'), '1');
  assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/);
  assert.equal(p.jar.get('mtm_cookie_consent').expires, p.clock.now + 3600e3);

  p.push('forgetCookieConsentGiven');
  assert.equal(p.cookie('_pk_id'), undefined);
  assert.equal(p.cookie('mtm_cookie_consent'), undefined);
});

test('consent to be followed does not undo disableCookies', () => {
  const p = page({calls: [...SETUP, ['disableCookies'], ['requireConsent'], ['trackPageView'], ['setConsentGiven']]});
  assert.equal(p.last().get('_id'), '');
  assert.equal(p.cookie('_pk_id'), undefined);
});

for (const file of ['tracker.js', 'lite.js']) {
  test(`${file}: opting out holds on the next page, too`, () => {
    const p = page({file, calls: [...SETUP, ['trackPageView']]});
    p.push('optUserOut');
    p.push('trackPageView');
    p.wait(1000);
    assert.equal(p.sent.length, 1);
    assert.match(p.cookie('mtm_consent_removed'), /^\d{13}$/);
    assert.equal(page({file, jar: p.jar, calls: [...SETUP, ['trackPageView']]}).sent.length, 0);
  });
}

test('what did not leave before the visitor said no does not leave', () => {
  for (const no of ['optUserOut', 'forgetConsentGiven', 'requireConsent']) {
    const p = page({calls: [...SETUP, ['trackPageView'], ['trackEvent', 'a', 'b']]});
    assert.equal(p.sent.length, 1);
    p.push(no);
    p.wait(5000);
    p.hide();
    assert.equal(p.sent.length, 1, no);
    p.push('setConsentGiven');
    p.wait(5000);
    assert.equal(p.queries().some((query) => query.get('e_c') === 'a'), no !== 'optUserOut');
  }
  const p = page({navigator: {doNotTrack: '1'}, calls: [...SETUP, ['trackPageView'], ['trackEvent', 'a', 'b']]});
  p.push('setDoNotTrack', true);
  p.wait(5000);
  assert.equal(p.sent.length, 1);
});

test('who opts out in the same breath is not counted', () => {
  const p = page({navigator: {userAgentData: {getHighEntropyValues: () => new Promise(() => {})}}, calls: [...SETUP, ['trackPageView'], ['optUserOut']]});
  p.wait(5000);
  assert.deepEqual(p.sent, []);
  assert.equal(p.cookie('_pk_id'), undefined);
});

test('an opt-out ends all consent, and who opts in again is counted without cookies for now', () => {
  const jar = new Map([['mtm_consent', {value: '1', expires: Infinity}], ['mtm_cookie_consent', {value: '1', expires: Infinity}]]);
  const p = page({jar, calls: [...SETUP, ['requireConsent'], ['requireCookieConsent'], ['trackPageView'], ['optUserOut']]});
  p.wait(5000);
  assert.deepEqual(p.doc.cookie.replace(/=\d+/g, ''), 'mtm_consent_removed');
  p.push('forgetUserOptOut');
  assert.equal(p.window.Matomo.getAsyncTracker().isUserOptedOut(), false);
  p.push('trackEvent', 'a', 'b');
  p.wait(5000);
  assert.equal(p.last().get('_id'), '');
  assert.equal(p.cookie('mtm_consent_removed'), undefined);
  assert.equal(p.cookie('_pk_id'), undefined);
});

test('consent to cookies is taken back though the site says later of what domain it is', () => {
  const written = [];
  let kept = 'mtm_cookie_consent=1';
  const document = {
    get cookie() {
      return kept;
    },
    // As a browser does: what was written for the domain is only removed for the domain.
    set cookie(text) {
      written.push(text.split('=')[0]);
      kept = /^mtm_cookie_consent=.*max-age=0.*domain=.shop.example/.test(text) ? '' : kept;
    },
  };
  const p = page({document, calls: [...SETUP, ['forgetCookieConsentGiven'], ['requireCookieConsent'], ['setCookieDomain', '*.shop.example'], ['trackPageView']]});
  assert.equal(p.last().get('_id'), '');
  assert.equal(kept, '');
  assert.ok(written.every((name) => name === 'mtm_cookie_consent'));
});

test('consent that is given again holds', () => {
  const p = page({calls: [...SETUP, ['requireConsent'], ['requireCookieConsent'], ['forgetConsentGiven']]});
  p.push('rememberConsentGiven');
  p.push('rememberCookieConsentGiven');
  p.push('requireCookieConsent');
  p.push('trackPageView');
  p.wait(5000);
  assert.ok(p.cookie('mtm_cookie_consent'));
  assert.match(p.last().get('_id'), /^[0-9a-f]{16}$/);
});

test('what waited while the visitor said no is of the visitor who says yes', () => {
  const p = page({calls: [...SETUP, ['requireConsent'], ['setConsentGiven'], ['trackPageView'], ['trackEvent', 'a', 'b']]});
  p.push('forgetConsentGiven');
  p.push('setConsentGiven', false);
  p.wait(5000);
  const event = p.queries().find((query) => query.get('e_c') === 'a');
  assert.deepEqual([event.get('_id'), event.getAll('consent')], ['', ['1']]);
});
