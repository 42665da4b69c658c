import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const names = ({url}) => [...new URLSearchParams(url.split('?')[1]).keys()];

test('parameters come in their order', () => {
  const p = page({
    url: 'https://shop.example/?mtm_campaign=c&mtm_kwd=k',
    referrer: 'https://search.example/',
    document: {characterSet: 'windows-1252'},
    calls: [
      ...SETUP,
      ['setUserId', 'ada'],
      ['setCustomDimension', 3, 'three'],
      ['setCustomData', {a: 1}],
      ['setCustomVariable', 1, 'p', 'v', 'page'],
      ['setCustomVariable', 1, 'e', 'v', 'event'],
      ['setCustomVariable', 1, 's', 'v', 'visit'],
      ['setEcommerceView', 'sku', 'name', ['c1', 'c2'], 9.5],
      ['setPagePerformanceTiming', 1, 2, 3, 4, 5, 6],
      ['appendToTrackingUrl', 'bw_bytes=7'],
      ['trackPageView', 'Title'],
    ],
  });
  assert.deepEqual(
    names(p.sent[0]),
    ('action_name idsite rec r h m s url urlref uid _id _idn cs send_image _rcn _rck _refts _ref dimension3 _pks _pkn _pkc _pkp data cvar e_cvar _cvar ' +
      'pf_net pf_srv pf_tfr pf_dm1 pf_dm2 pf_onl pv_id bw_bytes res pdf qt realp wma fla java ag cookie').split(' ')
  );
  const query = p.last();
  assert.equal(query.get('_pkc'), '["c1","c2"]');
  assert.equal(query.get('data'), '{"a":1}');
  assert.equal(query.get('cvar'), '{"1":["p","v"]}');
  assert.equal(query.get('res'), '1920x1080');
  assert.match(query.get('r'), /^\d{6}$/);
  assert.match(query.get('pv_id'), /^[0-9a-z]{6}$/);
});

test('what belongs to one page view does not come with the next', () => {
  const p = page({calls: [...SETUP, ['setEcommerceView', 'sku'], ['setPagePerformanceTiming', 1], ['trackPageView']]});
  const first = p.last();
  p.wait(1000);
  p.push('trackPageView');
  assert.equal(first.get('_pks'), 'sku');
  assert.equal(first.get('pf_net'), '1');
  assert.equal(p.last().get('_pks'), null);
  assert.equal(p.last().get('pf_net'), null);
  assert.notEqual(p.last().get('pv_id'), first.get('pv_id'));
});

test('kinds of requests', () => {
  const p = page({calls: SETUP});
  const sent = (...call) => {
    p.push(...call);
    p.wait(1000);
    return p.sent[p.sent.length - 1].url.replace(/^.*?\?(.*?)&idsite=.*$/, '$1');
  };
  assert.equal(sent('trackEvent', 'cat', 'act', 'name', 0), 'e_c=cat&e_a=act&e_n=name&e_v=0&ca=1');
  assert.equal(sent('trackEvent', ' cat ', 'act'), 'e_c=cat&e_a=act&ca=1');
  assert.equal(sent('trackSiteSearch', 'a&b', 'shoes', 0), 'search=a%26b&search_cat=shoes&search_count=0');
  assert.equal(sent('trackSiteSearch', 'x', false, false), 'search=x');
  assert.equal(sent('trackGoal', 3, 9.99), 'idgoal=3&revenue=9.99');
  assert.equal(sent('trackLink', 'https://a.example/b', 'link'), 'link=https%3A%2F%2Fa.example%2Fb');
  assert.equal(sent('trackLink', '/b.pdf', 'any'), 'download=%2Fb.pdf');
  assert.equal(sent('trackRequest', 'te=1&td=2'), 'te=1&td=2');
  assert.equal(sent('ping'), 'ping=1');
});

test('the cart goes with orders, which empty it', () => {
  const p = page({calls: [...SETUP, ['addEcommerceItem', 's1', 'one', ['c'], 5, 2], ['addEcommerceItem', 's2'], ['addEcommerceItem', 's3'], ['removeEcommerceItem', 's3']]});
  p.push('trackEcommerceCartUpdate', 10);
  assert.equal(p.last().get('idgoal'), '0');
  assert.equal(p.last().get('revenue'), '10');
  assert.equal(p.last().get('ec_items'), '[["s1","one",["c"],5,2],["s2","","",0,1]]');
  p.wait(1000);
  p.push('trackEcommerceOrder', 'o-1', 12.5, 10, 1.5, 1, false);
  const order = p.last();
  assert.deepEqual(['ec_id', 'revenue', 'ec_st', 'ec_tx', 'ec_sh', 'ec_dt'].map((name) => order.get(name)), ['o-1', '12.5', '10', '1.5', '1', null]);
  assert.deepEqual({...p.window.Matomo.getAsyncTracker().getEcommerceItems()}, {});
  p.wait(1000);
  p.push('trackEcommerceOrder', 'o-2', 0);
  assert.equal(p.last().get('ec_items'), '[]');
  assert.equal(p.last().get('revenue'), '0');
});

test('dimensions come from settings, and from the call’s data', () => {
  const p = page({calls: [...SETUP, ['setCustomDimension', 1, 'a'], ['setCustomDimension', 2, 'b'], ['trackPageView', '', {dimension2: 'x', dimension5: 'y', other: 'z'}]]});
  const query = p.last();
  assert.deepEqual(['dimension1', 'dimension2', 'dimension5', 'data'].map((name) => query.get(name)), ['a', 'x', 'y', '{"other":"z"}']);
  p.push('deleteCustomDimension', 1);
  p.wait(1000);
  p.push('trackPageView');
  assert.equal(p.last().get('dimension1'), null);
  assert.equal(p.last().get('dimension2'), 'b');
});

test('addresses are told as the site wants', () => {
  const url = 'https://shop.example/p?a=1&token=2&b=3&utm_source=x#part';
  const told = (...calls) => page({url, calls: [...SETUP, ...calls, ['trackPageView']]}).last().get('url');
  assert.equal(told(), url);
  assert.equal(told(['setExcludedQueryParams', ['token']]), 'https://shop.example/p?a=1&b=3&utm_source=x#part');
  assert.equal(told(['setExcludedQueryParams', ['a', 'token', 'b', 'utm_source']]), 'https://shop.example/p#part');
  assert.equal(told(['setExcludedQueryParams', ['a']]), 'https://shop.example/p?token=2&b=3&utm_source=x#part');
  assert.equal(told(['discardHashTag', true]), 'https://shop.example/p?a=1&token=2&b=3&utm_source=x');
  assert.equal(told(['disableCampaignParameters']), 'https://shop.example/p?a=1&token=2&b=3#part');
  assert.equal(told(['setCustomUrl', '/other']), 'https://shop.example/other');
  assert.equal(told(['setCustomUrl', 'app://x/y']), 'app://x/y');
});

test('times of the page come once it is loaded', () => {
  const timing = {fetchStart: 10, connectEnd: 30, requestStart: 31, responseStart: 100, responseEnd: 150, domLoading: 160, domInteractive: 300, domComplete: 900};
  const p = page({globals: () => ({performance: {timing}}), calls: [...SETUP, ['trackPageView']]});
  assert.equal(p.last().get('pf_net'), null);
  Object.assign(timing, {loadEventStart: 900, loadEventEnd: 905});
  p.push('trackEvent', 'a', 'b');
  p.wait(1000);
  assert.deepEqual(['net', 'srv', 'tfr', 'dm1', 'dm2', 'onl'].map((name) => p.last().get('pf_' + name)), ['20', '69', '50', '140', '600', '5']);
  p.push('trackEvent', 'a', 'c');
  assert.equal(p.last().get('pf_net'), null);

  const late = page({globals: () => ({performance: {timing}}), calls: [...SETUP, ['disablePerformanceTracking'], ['trackPageView']]});
  assert.equal(late.last().get('pf_net'), null);
});

test('plug-ins add to requests of their kind', () => {
  const p = page({calls: SETUP});
  const seen = [];
  p.window.Matomo.addPlugin('own', {
    log: ({tracker, request}) => '&own=' + tracker.getSiteId() + (request.includes('action_name=') ? 'y' : 'n'),
    event: () => seen.push('event'),
    unload: () => seen.push('unload'),
    goal: () => {
      throw new Error('theirs');
    },
  });
  p.push('trackPageView');
  assert.equal(p.last().get('own'), '1y');
  p.wait(1000);
  p.push('trackEvent', 'a', 'b');
  p.push('trackGoal', 1);
  p.window.dispatch('pagehide');
  assert.deepEqual(seen, ['event', 'unload']);
  assert.equal(p.sent.length, 3);
});

test('what brought a visitor goes with the visit’s requests', () => {
  const brought = (url, referrer, ...calls) => {
    const query = page({url, referrer, calls: [...SETUP, ...calls, ['trackPageView']]}).last();
    return ['_rcn', '_rck', '_ref'].map((name) => query.get(name) || '');
  };
  const search = 'https://search.example/?q=x';
  assert.deepEqual(brought('https://shop.example/', search), ['', '', search]);
  assert.deepEqual(brought('https://shop.example/?utm_campaign=a+b&utm_term=t', ''), ['a b', 't', '']);
  assert.deepEqual(brought('https://shop.example/#mtm_campaign=h', search), ['h', '', search]);
  assert.deepEqual(brought('https://shop.example/?my=c', '', ['setCampaignNameKey', 'my']), ['c', '', '']);
  assert.deepEqual(brought('https://shop.example/?utm_campaign=a', '', ['disableCampaignParameters']), ['', '', '']);
  assert.deepEqual(brought('https://shop.example/', 'https://shop.example/before'), ['', '', '']);
  assert.deepEqual(brought('https://shop.example/', 'https://www.paypal.com/pay'), ['', '', '']);
  assert.deepEqual(brought('https://shop.example/', 'https://pay.example/', ['setExcludedReferrers', ['pay.example']]), ['', '', '']);
  assert.deepEqual(brought('https://shop.example/', 'https://blog.shop.example/', ['setDomains', ['*.shop.example']]), ['', '', '']);
});

test('the last that brought a visitor counts, or the first if the site wants it', () => {
  for (const [calls, expected] of [
    [[], 'second'],
    [[['setConversionAttributionFirstReferrer', true]], 'first'],
  ]) {
    const first = page({url: 'https://shop.example/?mtm_campaign=first', calls: [...SETUP, ['trackPageView']]});
    first.wait(3600e3);
    const second = page({url: 'https://shop.example/?mtm_campaign=second', jar: first.jar, at: first.clock.now, calls: [...SETUP, ...calls, ['trackPageView']]});
    assert.equal(second.last().get('_rcn'), expected);
    assert.equal(JSON.parse(second.cookie('_pk_ref'))[0], expected);
    const [name, keyword, time, referrer] = second.window.Matomo.getAsyncTracker().getAttributionInfo();
    assert.deepEqual([name, keyword, typeof time, referrer], [expected, '', 'number', '']);
  }
});
