import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const rare = (...calls) => {
  const p = page({calls: [...SETUP, ...calls]});
  p.run('part-rare.js');
  return p;
};
const pings = (p) => p.queries().filter((query) => query.get('ping') === '1').length;

test('a ping tells that a page was read', () => {
  const p = rare(['trackPageView'], ['enableHeartBeatTimer', 10]);
  p.wait(9999);
  p.window.dispatch('blur');
  assert.equal(pings(p), 0);
  p.window.dispatch('focus');
  p.wait(10000);
  p.window.dispatch('blur');
  assert.equal(pings(p), 1);
  // Nobody reads what lies behind another window.
  p.wait(60000);
  p.hide();
  assert.equal(pings(p), 1);
  p.show();
  p.wait(10000);
  p.hide();
  assert.equal(pings(p), 2);
  p.window.dispatch('pagehide');
  assert.equal(pings(p), 2);
});

test('the last ping leaves with the page', () => {
  const p = rare(['trackPageView'], ['enableHeartBeatTimer']);
  p.wait(15000);
  p.push('trackEvent', 'a', 'b');
  p.window.dispatch('pagehide');
  assert.equal(pings(p), 1);
});

test('five seconds are the least, and none can be wanted', () => {
  const p = rare(['trackPageView'], ['enableHeartBeatTimer', 1]);
  p.wait(4999);
  p.hide();
  assert.equal(pings(p), 0);
  p.show();
  p.wait(5000);
  p.push('disableHeartBeatTimer');
  p.hide();
  assert.equal(pings(p), 0);
});

test('the list of files can change', () => {
  const p = rare(['removeDownloadExtensions', 'docx|pdf'], ['addDownloadExtensions', ['docm']]);
  const known = p.window.Matomo.getAsyncTracker().getDownloadExtensions();
  assert.deepEqual(['doc', 'docx', 'pdf', 'docm', 'jpeg', 'mp4'].map((one) => known.includes(one)), [true, false, false, true, true, true]);
});

test('script errors are told once', () => {
  const p = rare(['trackPageView'], ['enableJSErrorTracking']);
  p.wait(1000);
  p.window.onerror('broken', 'a.js', 3, 4);
  p.window.onerror('broken', 'a.js', 3, 4);
  assert.equal(p.sent.length, 2);
  assert.deepEqual(['e_c', 'e_a', 'e_n'].map((name) => p.last().get(name)), ['JavaScript Errors', 'a.js:3:4', 'broken']);
});

test('the call of long ago still tracks', () => {
  const p = page({globals: () => ({piwik_install_tracker: 1, piwik_hosts_alias: ['other.example']})});
  p.window.piwik_log('Old page', 4, 'https://old.example/piwik.php');
  p.run('part-rare.js');
  assert.equal(p.last().get('action_name'), 'Old page');
  assert.equal(p.last().get('idsite'), '4');
  assert.equal(p.last().get('data'), null);
  assert.match(p.sent[0].url, /^https:\/\/old\.example\/piwik\.php/);
  p.wait(1000);
  p.window.piwik_track('https://away.example/', 4, '', 'link');
  assert.equal(p.last().get('link'), 'https://away.example/');
});
