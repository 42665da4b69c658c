import test from 'node:test';
import assert from 'node:assert/strict';
import {origins} from '../src/parts/overlay/origins.js';
import {finder, page as pageOf} from '../src/parts/overlay/ways.js';
import {page, SETUP} from './page.js';

const excluded = (name) => name === 'sid' || name.startsWith('utm_');
const told = (address, fragments = false) => pageOf(address, excluded, fragments);

test('pages are told apart as reports do it', () => {
  assert.equal(told('https://www.shop.example/tea?size=big&utm_source=x#top'), 'shop.example/tea?size=big');
  assert.equal(told('HTTP://shop.example/tea?UTM_x=1&sid[]=2&SID%5B0%5D=3&&a'), 'shop.example/tea?a');
  assert.equal(told('https://shop.example/?sid=1#x'), 'shop.example/');
  assert.equal(told('https://shop.example/#/tea##', true), 'shop.example/#/tea');
  assert.equal(told('https://shop.example/a;sid=1/tea;sid=1;size=big?c=d'), 'shop.example/a;sid=1/tea?size=big&c=d');
  assert.equal(told('https://shop.example/tea;green'), 'shop.example/tea;green');
  assert.equal(told('https://shop.example/tea;=1'), 'shop.example/tea;=1');
  assert.equal(told('https://shop.example/?q=a?b=c'), 'shop.example/?q=a?b=c');
  assert.equal(told('https://shop.example/' + 'x'.repeat(2000)).length, 1024 - 'https://'.length);
  assert.equal(told(''), '');
});

test('a link finds the number of its page, outlink or file', () => {
  const find = finder({
    rows: [
      ['shop.example/tea', 'page'],
      ['http://www.maker.example/tea?sid=1', 'outlink'],
      ['shop.example/', 'home'],
    ],
    without: ['sid', '/^ref/', '/(/'],
    fragments: false,
  });
  assert.equal(find('https://www.shop.example/tea?sid=2&REFERRAL=x#a'), 'page');
  assert.equal(find('http://maker.example/tea?sid=1'), 'outlink');
  assert.equal(find('http://maker.example/tea'), undefined);
  assert.equal(find('https://shop.example/tea?page=2'), undefined);
  assert.equal(find('mailto:tea@shop.example'), undefined);
  assert.equal(find(''), undefined);
});

test('Footfall is where its API is said to be, else where hits go or the tag comes from', () => {
  const from = (config, own) => origins(config, own, 'https://shop.example/tea');
  assert.deepEqual(from({APIUrl: 'https://stats.example/x/', TrackerUrl: '/hit'}, 'https://cdn.example/t.js'), ['https://stats.example']);
  assert.deepEqual(from({TrackerUrl: '/hit'}, 'https://stats.example/t.js?part=x'), ['https://shop.example', 'https://stats.example']);
  assert.deepEqual(from({TrackerUrl: '//stats.example/hit'}, 'https://stats.example:443/t.js'), ['https://stats.example']);
  assert.deepEqual(from({TrackerUrl: 'data:x'}, undefined), []);
  assert.deepEqual(from({TrackerUrl: 'https://'}, ''), []);
  assert.deepEqual(from({TrackerUrl: ''}, 'https://stats.example/t.js'), ['https://stats.example']);
});

const watched = (file, ...calls) =>
  page({file, calls: [...SETUP, ...calls], globals: () => ({name: 'Footfall_Overlay'}), jar: new Map([['_pk_id.1.1fff', {value: 'x', expires: 9e15}]])});

test('nothing is tracked, written or deleted while somebody looks through Footfall', () => {
  const calls = [
    ['trackPageView'],
    ['enableLinkTracking'],
    ['enableHeartBeatTimer', 5],
    ['trackEvent', 'a', 'b'],
    ['rememberConsentGiven'],
    ['optUserOut'],
    ['forgetUserOptOut'],
    ['setDoNotTrack', true],
    ['disableCookies'],
    ['queueRequest', 'x=1'],
    ['killFrame'],
  ];
  const p = watched('tracker.js', ...calls);
  p.window.top = {};
  p.run('part-rare.js');
  p.wait(60000);
  p.hide();
  p.window.dispatch('pagehide');
  p.wait(60000);
  assert.deepEqual([p.sent, p.written], [[], []]);
  assert.deepEqual([...p.jar.keys()], ['_pk_id.1.1fff']);
});

test('only such a window loads the overlay, from where the tag came from', () => {
  assert.equal(page({calls: [...SETUP, ['trackPageView']]}).scripts.length, 0);
  const p = watched('tracker.js');
  assert.match(p.scripts[0].src, /^https:\/\/stats\.example\/matomo\.js\?part=rare\.\w{8}$/);
  p.doc.currentScript = p.scripts[0];
  p.run('part-rare.js');
  assert.match(p.scripts[1].src, /^https:\/\/stats\.example\/matomo\.js\?part=overlay\.\w{8}$/);
  assert.match(p.scripts[1].integrity, /^sha256-.{44}$/);
  assert.equal(p.scripts[1].nonce, 'n0nce');
});
