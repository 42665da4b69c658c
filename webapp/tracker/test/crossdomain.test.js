import test from 'node:test';
import assert from 'node:assert/strict';
import {find, hash, read, stamp, write} from '../src/parts/crossdomain/pass.js';

const id = '900d0d1eb6714aa4';
const browser = hash('some browser');

test('a pass is id, time and browser', () => {
  assert.match(browser, /^[0-9a-f]{6}$/);
  assert.notEqual(browser, hash('another browser'));
  assert.equal(write(id, 1484879482, 'd2bb13'), '900d0d1eb6714aa41484879482d2bb13');
  assert.equal(write('', 1484879482, browser), '');
});

test('every text has a hash of six digits', () => {
  for (let i = 0; i < 2000; i++) {
    assert.match(hash('x' + i), /^[0-9a-f]{6}$/);
  }
});

test('a pass is read in the same browser and in time', () => {
  const pass = write(id, 1000, browser);
  assert.equal(read(pass, 1000, 180, browser), id);
  assert.equal(read(pass, 1180, 180, browser), id);
  assert.equal(read(pass, 1181, 180, browser), '');
  assert.equal(read(pass, 9999, 0, browser), id);
  assert.equal(read(pass, 1001, 180, hash('another browser')), '');
  assert.equal(read(pass, 998, 180, browser), id);
  assert.equal(read(pass, 900, 180, browser), '');
});

test('anything else is no pass', () => {
  for (const pass of ['', 'x', id, id + browser, id.toUpperCase() + 1000 + browser, write(id, 1000, browser) + '%00', ' ' + write(id, 1000, browser)]) {
    assert.equal(read(pass, 1000, 0, browser), '', pass);
  }
});

test('a pass is found in an address', () => {
  assert.equal(find('https://a.example/?x=1&pk_vid=abc&y=2#z'), 'abc');
  assert.equal(find('https://a.example/#/shop?pk_vid=abc'), 'abc');
  assert.equal(find('https://a.example/?not_pk_vid=abc'), '');
});

test('an address is stamped before its fragment, once', () => {
  assert.equal(stamp('https://b.example/', 'new'), 'https://b.example/?pk_vid=new');
  assert.equal(stamp('https://b.example/?a=1#top', 'new'), 'https://b.example/?a=1&pk_vid=new#top');
  assert.equal(stamp('https://b.example/?pk_vid=old', 'new'), 'https://b.example/?pk_vid=new');
  assert.equal(stamp('https://b.example/?pk_vid=old&a=1', 'new'), 'https://b.example/?a=1&pk_vid=new');
  assert.equal(stamp('https://b.example/?a=1&pk_vid=old&b=2#x?pk_vid=y', 'new'), 'https://b.example/?a=1&b=2&pk_vid=new#x?pk_vid=y');
});
