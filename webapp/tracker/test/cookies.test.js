import test from 'node:test';
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {page, SETUP} from './page.js';

const NOON = Date.UTC(2026, 10, 27, 12);
const SECOND = NOON / 1000;
const hash4 = (text) => createHash('sha1').update(text).digest('hex').slice(0, 4);
const kept = ({jar, clock}) => [...jar].filter(([, {expires}]) => expires > clock.now).map(([name]) => name);

test('names end in site and hash of host and path', () => {
  for (const url of ['http://localhost/', 'https://shop.example/', 'https://a-rather-long-name-of-a-host.with.many.parts.of.which.each.is.long.example/']) {
    const {hostname} = new URL(url);
    const p = page({url, calls: [...SETUP, ['trackPageView']]});
    assert.deepEqual(kept(p), [`_pk_ses.1.${hash4(hostname + '/')}`, `_pk_id.1.${hash4(hostname + '/')}`]);
  }
  assert.equal(hash4('localhost/'), '1fff');
});

test('names follow domain, path and prefix', () => {
  const p = page({
    url: 'https://www.shop.example/déjà/vu',
    calls: [['trackPageView'], ['setCookieDomain', '*.shop.example'], ['setCookiePath', '/déjà'], ['setCookieNamePrefix', 'x_'], ...SETUP],
  });
  const end = '.1.' + hash4('.shop.example/déjà');
  assert.deepEqual(kept(p), ['x_ses' + end, 'x_id' + end]);
  const cookie = p.jar.get('x_id' + end);
  assert.equal(cookie.domain, '.shop.example');
  assert.equal(cookie.path, '/déjà');
  assert.equal(cookie.SameSite, 'Lax');
});

test('a domain that is not the page’s is not taken', () => {
  const p = page({calls: [...SETUP, ['setCookieDomain', 'op.example'], ['setCookieDomain', 'other.example'], ['trackPageView']]});
  assert.deepEqual(kept(p), [`_pk_ses.1.${hash4('shop.example/')}`, `_pk_id.1.${hash4('shop.example/')}`]);
});

test('the id holds its second and lives thirteen months from then on', () => {
  const p = page({calls: [...SETUP, ['trackPageView']], at: NOON});
  const name = `_pk_id.1.${hash4('shop.example/')}`;
  assert.match(p.cookie('_pk_id'), new RegExp(`^[0-9a-f]{16}\\.${SECOND}\\.$`));
  assert.equal(p.jar.get(name).expires, NOON + 33955200e3);
  const first = p.cookie('_pk_id');
  p.wait(86400e3);
  p.push('trackPageView');
  assert.equal(p.cookie('_pk_id'), first);
  assert.equal(p.jar.get(name).expires, NOON + 33955200e3);
});

test('ids of another tracker go on, in all formats there were', () => {
  const name = `_pk_id.1.${hash4('shop.example/')}`;
  for (const value of ['900d0d1eb6714aa4.1774000000.', '900d0d1eb6714aa4.1774000000.3.1774000500.1774000000.', '900d0d1eb6714aa4.1774000000.3.1774000500..']) {
    const jar = new Map([[name, {value, expires: Infinity}]]);
    const p = page({jar, calls: [...SETUP, ['trackPageView']], at: NOON});
    assert.equal(p.last().get('_id'), '900d0d1eb6714aa4');
    assert.equal(p.last().get('_idn'), '0');
    assert.equal(p.cookie('_pk_id'), '900d0d1eb6714aa4.1774000000.');
  }
  const broken = page({jar: new Map([[name, {value: 'rubbish', expires: Infinity}]]), calls: [...SETUP, ['trackPageView']]});
  assert.match(broken.last().get('_id'), /^[0-9a-f]{16}$/);
});

test('a visit’s cookie is renewed with each request', () => {
  const p = page({calls: [...SETUP, ['trackPageView']], at: NOON});
  p.wait(1000e3);
  p.push('trackPageView');
  const {expires, value} = p.jar.get(`_pk_ses.1.${hash4('shop.example/')}`);
  assert.equal(value, '1');
  assert.equal(expires, NOON + 2800e3);
});

test('without cookies the id is empty, unless the site gives one', () => {
  const jar = new Map([[`_pk_id.1.${hash4('shop.example/')}`, {value: '900d0d1eb6714aa4.1774000000.', expires: Infinity}]]);
  const off = page({jar, calls: [...SETUP, ['disableCookies'], ['trackPageView']]});
  assert.equal(off.last().get('_id'), '');
  assert.equal(off.last().get('cookie'), '0');
  assert.deepEqual(kept(off), []);

  const given = page({calls: [...SETUP, ['disableCookies'], ['setVisitorId', '0123456789abcdef'], ['trackPageView']]});
  assert.equal(given.last().get('_id'), '0123456789abcdef');

  const forgetful = {
    get cookie() {
      return '';
    },
    set cookie(_) {},
  };
  const blocked = page({document: forgetful, calls: [...SETUP, ['trackPageView']]});
  assert.equal(blocked.last().get('_id'), '');
});

test('a frame that may not ask for cookies is tracked without', () => {
  const denied = {
    get cookie() {
      throw new Error('SecurityError');
    },
    set cookie(_) {
      throw new Error('SecurityError');
    },
  };
  const p = page({document: denied, calls: [...SETUP, ['trackPageView']]});
  assert.equal(p.last().get('_id'), '');
  assert.deepEqual(p.errors, []);
});

test('what brought a visitor is forgotten where its cookie is broken', () => {
  for (const value of ['rubbish', '5', 'null', '{}']) {
    const jar = new Map([[`_pk_ref.1.${hash4('shop.example/')}`, {value, expires: Infinity}]]);
    const p = page({jar, calls: [...SETUP, ['trackPageView']]});
    assert.equal(p.last().get('_ref'), null);
    assert.deepEqual(p.errors, []);
  }
});

test('custom variables of the visit are kept on request', () => {
  const p = page({calls: [...SETUP, ['storeCustomVariablesInCookie'], ['setCustomVariable', 1, 'plan', 'basic'], ['trackPageView']]});
  assert.equal(p.cookie('_pk_cvar'), '{"1":["plan","basic"]}');
  const next = page({jar: p.jar, at: p.clock.now, calls: [...SETUP, ['storeCustomVariablesInCookie'], ['trackPageView']]});
  assert.equal(next.last().get('_cvar'), '{"1":["plan","basic"]}');
});

test('the lite tracker has the same cookies', () => {
  const whole = page({calls: [...SETUP, ['trackPageView']], at: NOON});
  const lite = page({file: 'lite.js', jar: whole.jar, calls: [['trackPageView'], ...SETUP], at: NOON});
  assert.equal(lite.last().get('_id'), whole.last().get('_id'));
  const first = page({file: 'lite.js', url: 'https://www.shop.example/', calls: [['trackPageView'], ['setCookieDomain', '*.shop.example'], ...SETUP], at: NOON});
  assert.deepEqual(kept(first), ['ses', 'id'].map((name) => `_pk_${name}.1.${hash4('.shop.example/')}`));
  assert.match(first.cookie('_pk_id'), new RegExp(`^[0-9a-f]{16}\\.${SECOND}\\.$`));
});

test('lives that are long, none, or in words', () => {
  const p = page({calls: [...SETUP, ['rememberConsentGiven', 1e6], ['setSessionCookieTimeout', 0], ['trackPageView']]});
  assert.equal(p.jar.get('mtm_consent')['max-age'], '3600000000');
  const [, session] = [...p.jar].find(([name]) => name.startsWith('_pk_ses'));
  assert.equal(session['max-age'], undefined);
});

test('cookies for all sites need a safe page', () => {
  for (const [url, SameSite, secure] of [['https://shop.example/', 'none', true], ['http://shop.example/', 'Lax', false]]) {
    const p = page({url, calls: [...SETUP, ['setCookieSameSite', 'none'], ['trackPageView']]});
    const [, id] = [...p.jar].find(([name]) => name.startsWith('_pk_id'));
    assert.deepEqual([id.SameSite, 'secure' in id], [SameSite, secure]);
  }
});

test('domains are the same in capitals', () => {
  const p = page({calls: [...SETUP, ['setCookieDomain', '*.Shop.EXAMPLE'], ['trackPageView']]});
  assert.equal([...p.jar].find(([name]) => name.startsWith('_pk_id'))[1].domain, '.Shop.EXAMPLE');
});

test('what brought a visitor has its form also without campaigns', () => {
  const p = page({referrer: 'https://search.example/', calls: [...SETUP, ['disableCampaignParameters'], ['trackPageView']]});
  assert.match(p.cookie('_pk_ref'), /^\["","",\d{10},"https:\/\/search.example\/"\]$/);
  assert.equal(p.window.Matomo.getAsyncTracker().getAttributionCampaignName(), '');
});
