import test from 'node:test';
import assert from 'node:assert/strict';
import {page, SETUP} from './page.js';

const link = (href, attributes = {}) => ({
  nodeName: 'A',
  href,
  classList: {contains: (name) => (attributes.class || '').split(/\s+/).includes(name)},
  hasAttribute: (name) => name in attributes,
});

/** A node and those it is in. */
const path = (node) => (node ? [node, ...path(node.parentNode)] : []);

/** What a click tells: "link address", "download address" or nothing. */
const told = (target, {event = {button: 0}, type = 'click', calls = [['enableLinkTracking']], url} = {}) => {
  const p = page({url, calls: [...SETUP, ...calls]});
  p.doc.dispatch(type, {composedPath: () => path(target), ...event});
  return p.sent.length ? ['link', 'download'].filter((kind) => p.last().has(kind)).map((kind) => kind + ' ' + p.last().get(kind))[0] : '';
};

test('links that lead away are told', () => {
  assert.equal(told(link('https://other.example/a')), 'link https://other.example/a');
  assert.equal(told(link('https://shop.example/a')), '');
  assert.equal(told(link('https://www.shop.example/a')), 'link https://www.shop.example/a');
  for (const href of ['mailto:a@other.example', 'tel:+123', 'javascript:void(0)', 'data:text/plain,x']) {
    assert.equal(told(link(href)), '');
  }
  assert.equal(told({nodeName: 'IMG', parentNode: {nodeName: 'SPAN', parentNode: link('https://other.example/b')}}), 'link https://other.example/b');
  assert.equal(told({nodeName: 'P', parentNode: null}), '');
});

test('the site’s domains, folders and wildcards', () => {
  const told_ = (href, ...domains) => told(link(href), {calls: [['setDomains', domains], ['enableLinkTracking']]}) !== '';
  assert.equal(told_('https://www.shop.example/', '*.shop.example'), false);
  assert.equal(told_('https://shop.example/', '*.shop.example'), false);
  assert.equal(told_('https://a.b.shop.example/', '.shop.example'), false);
  assert.equal(told_('https://notshop.example/', '*.shop.example'), true);
  assert.equal(told_('https://other.example/', 'OTHER.example'), false);
  assert.equal(told_('https://other.example/', 'https://other.example:8080'), false);
  assert.equal(told_('https://other.example/in', 'other.example/in'), false);
  assert.equal(told_('https://other.example/in/side', '*.other.example/in/*'), false);
  assert.equal(told_('https://other.example/inside', 'other.example/in'), true);
  assert.equal(told_('https://other.example/out', 'other.example/in'), true);
  assert.equal(told_('https://shop.example/out', 'other.example/in'), false);
  assert.equal(told_('https://anything.example/', '*'), false);
});

test('files are downloads, wherever they are', () => {
  assert.equal(told(link('https://shop.example/a.pdf')), 'download https://shop.example/a.pdf');
  assert.equal(told(link('https://other.example/a.ZIP?x=1')), 'download https://other.example/a.ZIP?x=1');
  assert.equal(told(link('https://shop.example/get?file=a.docx&b')), 'download https://shop.example/get?file=a.docx&b');
  assert.equal(told(link('https://shop.example/a.pdfx')), '');
  assert.equal(told(link('https://shop.example/a', {download: ''})), 'download https://shop.example/a');
  assert.equal(told(link('https://shop.example/a.pdf'), {calls: [['setDownloadExtensions', 'foo|bar'], ['enableLinkTracking']]}), '');
  assert.equal(told(link('https://shop.example/a.bar'), {calls: [['setDownloadExtensions', ['foo', 'bar']], ['enableLinkTracking']]}), 'download https://shop.example/a.bar');
});

test('every extension there was is one', () => {
  const all =
    '7z|aac|apk|arc|arj|asc|asf|asx|avi|azw3|bin|csv|deb|dmg|doc|docx|epub|exe|flv|gif|gz|gzip|hqx|ibooks|jar|jpg|jpeg|js|md5|mobi|' +
    'mp2|mp3|mp4|mpg|mpeg|mov|movie|msi|msp|odb|odf|odg|ods|odt|ogg|ogv|pdf|phps|png|ppt|pptx|' +
    'qt|qtm|ra|ram|rar|rpm|rtf|sea|sha|sha256|sha512|sig|sit|tar|tbz|tbz2|tgz|torrent|txt|wav|wma|wmv|wpd|xls|xlsx|xml|xz|z|zip';
  const p = page({calls: SETUP});
  const known = new RegExp('^(' + p.window.Matomo.getAsyncTracker().getDownloadExtensions().join('|') + ')$');
  assert.deepEqual(all.split('|').filter((one) => !known.test(one)), []);
  assert.equal(known.test('html'), false);
});

test('classes say what a link is', () => {
  const classed = (names, calls = []) => told(link('https://shop.example/a', {class: names}), {calls: [...calls, ['enableLinkTracking']]});
  assert.equal(classed('x matomo_link'), 'link https://shop.example/a');
  assert.equal(classed('piwik_download'), 'download https://shop.example/a');
  assert.equal(classed('mine', [['setLinkClasses', 'mine']]), 'link https://shop.example/a');
  assert.equal(classed('mine', [['setDownloadClasses', ['mine']]]), 'download https://shop.example/a');
  assert.equal(classed('matomo_links'), '');
  assert.equal(told(link('https://other.example/', {class: 'matomo_ignore'})), '');
  assert.equal(told(link('https://other.example/', {class: 'mine'}), {calls: [['setIgnoreClasses', 'mine'], ['enableLinkTracking']]}), '');
});

test('other buttons count unless the site does not want them', () => {
  const away = link('https://other.example/');
  const left = {calls: [['enableLinkTracking', false]]};
  assert.notEqual(told(away, {type: 'mouseup', event: {button: 1}}), '');
  assert.notEqual(told(away, {type: 'contextmenu', event: {button: 2}}), '');
  assert.equal(told(away, {type: 'mouseup', event: {button: 0}}), '');
  assert.equal(told(away, {type: 'mouseup', event: {button: 1}, ...left}), '');
  assert.equal(told(away, {type: 'contextmenu', event: {button: 2}, ...left}), '');
  assert.notEqual(told(away, left), '');
  assert.equal(told(away, {calls: [['enableLinkTracking'], ['disableLinkTracking']]}), '');
  assert.equal(told(away, {calls: []}), '');
});

test('enabling twice tells once', () => {
  const p = page({calls: [...SETUP, ['enableLinkTracking'], ['enableLinkTracking']]});
  p.doc.dispatch('click', {composedPath: () => [link('https://other.example/')], button: 0});
  p.wait(1000);
  assert.equal(p.sent.length, 1);
});
