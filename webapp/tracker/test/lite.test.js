import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const lite = (...calls) => page({file: 'lite.js', calls});

test('page views and events', () => {
  const p = lite(['trackPageView'], ['setUserId', 'ada'], ['setDocumentTitle', 'Title'], ['setCustomUrl', 'https://shop.example/x'], ...SETUP);
  const view = p.last();
  assert.deepEqual(
    ['action_name', 'url', 'uid', 'idsite', 'rec', 'send_image', 'res'].map((name) => view.get(name)),
    ['Title', 'https://shop.example/x', 'ada', '1', '1', '0', '1920x1080']
  );
  p.push('trackEvent', 'cat', 'act', undefined, 0);
  assert.deepEqual(['e_c', 'e_a', 'e_n', 'e_v', 'ca'].map((name) => p.last().get(name)), ['cat', 'act', null, '0', '1']);
  p.push('someUnknownCall', 1);
  assert.deepEqual(p.errors, []);
});

test('links and downloads', () => {
  const p = lite(...SETUP, ['setDomains', ['*.shop.example']], ['enableLinkTracking']);
  const click = (href, attributes = []) => {
    const {host, hostname, pathname} = new URL(href);
    const link = {href, host, hostname, pathname, hasAttribute: (name) => attributes.includes(name)};
    const before = p.sent.length;
    p.doc.dispatch('click', {target: {closest: () => link}});
    return p.sent.length > before ? [...p.last().keys()].find((name) => name === 'link' || name === 'download') : undefined;
  };
  assert.equal(click('https://other.example/'), 'link');
  assert.equal(click('https://shop.example/a'), undefined);
  assert.equal(click('https://www.shop.example/a'), undefined);
  assert.equal(click('https://shop.example/a.pdf'), 'download');
  assert.equal(click('https://shop.example/a', ['download']), 'download');
  assert.equal(click('mailto:a@other.example'), undefined);
});

test('without cookies, and without beacons', () => {
  const p = lite(...SETUP, ['requireCookieConsent'], ['trackPageView']);
  assert.equal(p.last().get('_id'), '');
  assert.deepEqual(p.written, []);
  const q = page({file: 'lite.js', navigator: {sendBeacon: undefined}, calls: [...SETUP, ['trackPageView']]});
  assert.equal(q.sent[0].by, 'image');
});
