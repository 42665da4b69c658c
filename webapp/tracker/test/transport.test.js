import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const ways = (p) => p.sent.map(({by}) => by);

test('the second request waits until cookies and visit exist', () => {
  const p = page({calls: [...SETUP, ['trackPageView'], ['trackEvent', 'a', 'b'], ['trackEvent', 'a', 'c']]});
  assert.equal(p.sent.length, 1);
  p.wait(799);
  assert.equal(p.sent.length, 1);
  p.wait(1);
  assert.equal(p.sent.length, 3);
  p.push('trackEvent', 'a', 'd');
  assert.equal(p.sent.length, 4);
});

test('nothing waits when the page is left', () => {
  for (const leave of [(p) => p.hide(), (p) => p.window.dispatch('pagehide')]) {
    const p = page({calls: [...SETUP, ['trackPageView'], ['trackEvent', 'a', 'b']]});
    leave(p);
    assert.equal(p.sent.length, 2);
  }
});

test('the first request waits for client hints', async () => {
  let asked;
  const userAgentData = {
    getHighEntropyValues: (names) => {
      asked = names;
      return Promise.resolve({platform: 'Linux', model: ''});
    },
  };
  const p = page({navigator: {userAgentData}, calls: [...SETUP, ['trackPageView']]});
  assert.equal(p.sent.length, 0);
  await new Promise(setImmediate);
  assert.equal(p.sent.length, 1);
  assert.equal(p.last().get('uadata'), '{"platform":"Linux","model":""}');
  assert.deepEqual([...asked], ['model', 'platformVersion', 'uaFullVersion', 'fullVersionList', 'formFactors']);

  const denied = page({navigator: {userAgentData: {getHighEntropyValues: () => Promise.reject(new Error('denied'))}}, calls: [...SETUP, ['trackPageView']]});
  await new Promise(setImmediate);
  assert.equal(denied.last().get('uadata'), null);

  const silent = page({navigator: {userAgentData: {getHighEntropyValues: () => new Promise(() => {})}}, calls: [...SETUP, ['trackPageView']]});
  silent.wait(1000);
  assert.equal(silent.sent.length, 1);

  const off = page({navigator: {userAgentData}, calls: [...SETUP, ['disableBrowserFeatureDetection'], ['trackPageView']]});
  assert.deepEqual([off.sent.length, off.last().get('res'), off.last().get('cookie')], [1, null, null]);
});

test('long requests and those asked to go by POST have a body', () => {
  const p = page({calls: [...SETUP, ['trackPageView', 'x'.repeat(2000)]]});
  assert.equal(p.sent[0].url, 'https://stats.example/matomo.php');
  assert.equal(p.sent[0].type, 'application/x-www-form-urlencoded; charset=UTF-8');
  assert.equal(p.last().get('action_name').length, 2000);
  const post = page({calls: [...SETUP, ['setRequestMethod', 'POST'], ['trackPageView']]});
  assert.equal(post.last().get('action_name'), 'The shop');
  assert.equal(post.sent[0].url, 'https://stats.example/matomo.php');
  const queried = page({calls: [['setTrackerUrl', 'https://stats.example/t?x=1'], ['setSiteId', 1], ['trackPageView']]});
  assert.match(queried.sent[0].url, /t\?x=1&action_name=/);
});

test('where beacons are not to be had XMLHttpRequest does it, and an image at last', () => {
  for (const sendBeacon of [undefined, () => false, () => { throw new Error('refused'); }]) {
    const p = page({navigator: {sendBeacon}, calls: [...SETUP, ['trackPageView']]});
    assert.deepEqual(ways(p), ['xhr']);
    p.sent[0].request.onerror();
    assert.deepEqual(ways(p), ['xhr', 'image']);
    assert.equal(p.last().get('send_image'), '1');
  }
  const p = page({calls: [...SETUP, ['disableAlwaysUseSendBeacon'], ['trackPageView']]});
  assert.deepEqual(ways(p), ['image']);
});

test('without beacons the page is kept until its last requests are answered, where the browser lets it', () => {
  const calls = [...SETUP, ['setLinkTrackingTimer', 0], ['trackPageView'], ['trackEvent', 'a', 'b'], ['trackEvent', 'a', 'c']];
  const p = page({navigator: {sendBeacon: undefined}, calls});
  p.window.dispatch('pagehide');
  assert.deepEqual(p.sent.map(({request}) => request.async), [true, false, false]);

  const refused = page({navigator: {sendBeacon: undefined}, noWaiting: true, calls});
  refused.window.dispatch('pagehide');
  assert.deepEqual(ways(refused), ['xhr', 'image', 'image']);
});

test('callbacks are told how it went', () => {
  const told = [];
  const p = page({calls: [...SETUP, ['trackPageView', 'a', null, (result) => told.push(result)]]});
  assert.deepEqual([told[0].success, told[0].isSendBeacon, told[0].trackerUrl], [true, true, 'https://stats.example/matomo.php']);
  assert.match(told[0].request, /^action_name=a&/);
  assert.equal(p.sent.length, 1);

  const failed = page({calls: [...SETUP, ['disableAlwaysUseSendBeacon'], ['setRequestMethod', 'POST'], ['trackGoal', 1, 0, null, (result) => told.push(result)]]});
  failed.sent[0].request.status = 500;
  failed.sent[0].request.onload();
  assert.equal(told[1].success, false);
});

test('the site may change requests, or drop them', () => {
  const p = page({calls: [...SETUP, ['setCustomRequestProcessing', (request) => (request.includes('e_c') ? '' : request + '&mine=1')], ['trackPageView']]});
  p.wait(1000);
  p.push('trackEvent', 'a', 'b');
  assert.equal(p.sent.length, 1);
  assert.equal(p.last().get('mine'), '1');
});

test('several go as one', () => {
  const p = page({calls: SETUP});
  p.window.Matomo.getAsyncTracker().requests(['c_n=1', 'c_n=2']);
  const body = JSON.parse(p.sent[0].body);
  assert.equal(body.send_image, 0);
  assert.deepEqual(body.requests.map((one) => [one[0], new URLSearchParams(one).get('c_n'), new URLSearchParams(one).get('idsite')]), [['?', '1', '1'], ['?', '2', '1']]);
  const single = page({calls: [...SETUP, ['disableQueueRequest']]});
  single.window.Matomo.getAsyncTracker().requests(['c_n=1', 'c_n=2']);
  single.wait(1000);
  assert.deepEqual(single.queries().map((query) => query.get('c_n')), ['1', '2']);
});

test('several that go as one have the additions of their kind', () => {
  const p = page({calls: SETUP});
  p.window.Matomo.addPlugin('own', {contentImpression: ({request}) => '&seen=' + /c_n=(.)/.exec(request)[1]});
  p.window.Matomo.getAsyncTracker().requests(['c_n=1', 'c_n=2'], 'contentImpression');
  assert.deepEqual(JSON.parse(p.sent[0].body).requests.map((one) => new URLSearchParams(one).get('seen')), ['1', '2']);
});

test('queued requests go together, after a while or with the page', () => {
  const p = page({calls: [...SETUP, ['setRequestQueueInterval', 2000], ['queueRequest', 'e_c=a&e_a=1'], ['queueRequest', 'e_c=a&e_a=2']]});
  assert.equal(p.sent.length, 0);
  p.wait(2000);
  assert.deepEqual(JSON.parse(p.sent[0].body).requests.map((one) => new URLSearchParams(one).get('e_a')), ['1', '2']);
  p.wait(1000);
  for (let i = 0; i < 60; i++) {
    p.push('queueRequest', 'e_c=a&e_a=' + i);
  }
  p.window.dispatch('pagehide');
  assert.deepEqual(p.sent.slice(1).map(({body}) => JSON.parse(body).requests.length), [50, 10]);

  const single = page({calls: [...SETUP, ['disableQueueRequest'], ['queueRequest', 'e_c=a&e_a=1'], ['queueRequest', 'e_c=a&e_a=2']]});
  single.hide();
  assert.deepEqual(single.queries().map((query) => query.get('e_a')), ['1', '2']);
});

test('what is tracked offline comes later, with its time', () => {
  const p = page({calls: [...SETUP, ['trackPageView']]});
  p.wait(1000);
  p.window.navigator.onLine = false;
  p.push('trackEvent', 'a', 'b');
  p.wait(60e3);
  assert.equal(p.sent.length, 1);
  p.window.navigator.onLine = true;
  p.window.dispatch('online');
  assert.equal(p.sent.length, 2);
  assert.equal(p.last().get('cdo'), '60');
});

test('a page that is hidden offline keeps what it has, one that is gone tries', () => {
  const offline = () => {
    const p = page({calls: [...SETUP, ['trackPageView']]});
    p.wait(1000);
    p.window.navigator.onLine = false;
    p.push('trackEvent', 'a', 'b');
    p.push('queueRequest', 'e_c=a&e_a=c');
    return p;
  };
  for (const leave of [(p) => p.hide(), (p) => p.window.dispatch('pagehide', {persisted: true})]) {
    const p = offline();
    leave(p);
    p.wait(10e3);
    assert.equal(p.sent.length, 1);
    p.window.navigator.onLine = true;
    p.window.dispatch('online');
    assert.deepEqual(p.queries().slice(1).map((query) => [query.get('e_a'), query.get('cdo')]), [['b', '10'], ['c', '10']]);
  }
  const gone = offline();
  gone.hide();
  gone.window.dispatch('pagehide', {persisted: false});
  assert.equal(gone.sent.length, 3);
});

test('pages that are shown later are tracked then', () => {
  const p = page({document: {prerendering: true}, calls: [...SETUP, ['trackPageView']]});
  p.wait(5000);
  assert.deepEqual([p.sent, p.written], [[], []]);
  p.doc.prerendering = false;
  p.doc.dispatch('prerenderingchange');
  assert.equal(p.sent.length, 1);
  assert.equal(page({document: {prerendering: true}, calls: [...SETUP, ['setCountPreRendered', true], ['trackPageView']]}).sent.length, 1);

  const several = page({document: {prerendering: true}, calls: [...SETUP, ['trackPageView']]});
  several.window.Matomo.getAsyncTracker().requests(['c_n=1']);
  several.push('queueRequest', 'c_n=2');
  several.wait(5000);
  several.hide();
  assert.deepEqual([several.sent, several.written], [[], []]);
  several.doc.prerendering = false;
  several.doc.dispatch('prerenderingchange');
  several.wait(800);
  assert.deepEqual(several.queries().map((query) => query.get('c_n')), [null, '1', '2']);
  assert.ok(several.queries().every((query) => query.get('cdo') === null));
});

test('files on a disk are only tracked on request', () => {
  const url = 'file:///home/ada/page.html';
  assert.equal(page({url, calls: [...SETUP, ['trackPageView']]}).sent.length, 0);
  assert.equal(page({url, calls: [...SETUP, ['enableFileTracking'], ['trackPageView']]}).sent.length, 1);
});

test('who comes from another domain is known before the first request', () => {
  const url = 'https://shop.example/?pk_vid=x';
  const p = page({url, calls: [...SETUP, ['enableCrossDomainLinking'], ['trackPageView']]});
  assert.equal(p.sent.length, 0);
  p.window.Matomo.part('rare', {
    enableCrossDomainLinking() {
      this.setVisitorId('0123456789abcdef');
    },
  });
  assert.equal(p.last().get('_id'), '0123456789abcdef');

  const lost = page({url, calls: [...SETUP, ['enableCrossDomainLinking'], ['trackPageView']]});
  lost.wait(1000);
  assert.equal(lost.sent.length, 1);
});

test('a tab that is hidden is not kept waiting where a beacon is too large', () => {
  const p = page({navigator: {sendBeacon: (address, blob) => !blob}, calls: [...SETUP, ['setRequestMethod', 'POST'], ['trackPageView'], ['trackEvent', 'a', 'b']]});
  p.hide();
  assert.deepEqual(p.sent.map(({request}) => request.async), [true, true]);
});

test('who wants nothing told of the browser does not ask it', () => {
  let asked = 0;
  const getHighEntropyValues = () => Promise.resolve(asked++);
  const p = page({navigator: {userAgentData: {getHighEntropyValues}}, calls: [...SETUP, ['disableBrowserFeatureDetection'], ['trackPageView']]});
  assert.equal(p.sent.length, 1);
  assert.equal(asked, 0);
});
