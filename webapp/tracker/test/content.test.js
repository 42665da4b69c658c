import test from 'node:test';
import assert from 'node:assert/strict';
import {blockOf, blocks, describe, interacts, query} from '../src/parts/content/block.js';
import {inside} from '../src/parts/content/sight.js';
import {el} from './element.js';

const page = {base: 'https://shop.example/de/index.html', host: 'shop.example'};
const says = (block) => Object.values(describe(block, page));

test('a picture is piece and name', () => {
  const block = el('img', {src: 'img-en.jpg', 'data-track-content': ''});
  assert.deepEqual(says(block), ['/de/img-en.jpg', 'https://shop.example/de/img-en.jpg', '']);
});

test('a picture of another host keeps it in the name', () => {
  const block = el('img', {src: '//cdn.example/a.jpg', class: 'matomoTrackContent'});
  assert.deepEqual(says(block), ['https://cdn.example/a.jpg', 'https://cdn.example/a.jpg', '']);
});

test('attributes with values say it outright, wherever they stand', () => {
  const block = el(
    'div',
    {'data-track-content': ''},
    el('p', {'data-content-name': ' Spring ', 'data-content-piece': ''}),
    el('p', {'data-content-piece': 'Banner 1'}),
    el('a', {href: '/a'}, el('b', {'data-content-target': '/sale'})),
  );
  assert.deepEqual(says(block), ['Spring', 'Banner 1', '/sale']);
});

test('attributes without values point at elements, and win over classes', () => {
  const block = el(
    'div',
    {'data-track-content': ''},
    el('img', {class: 'matomoContentPiece', src: '/class.jpg'}),
    el('img', {'data-content-piece': '', src: '/attribute.jpg'}),
    el('a', {class: 'piwikContentTarget', href: '/class'}),
    el('a', {class: 'piwikContentTarget', href: '/later'}),
  );
  assert.deepEqual(says(block), ['/attribute.jpg', 'https://shop.example/attribute.jpg', '/class']);
});

test('the first source of a film, the data of an object', () => {
  const film = el('video', {class: 'piwikTrackContent'}, el('source', {src: '/a.webm'}), el('source', {src: '/a.mp4'}));
  assert.equal(describe(film, page).piece, 'https://shop.example/a.webm');
  assert.equal(describe(el('object', {data: '/a.pdf'}), page).piece, 'https://shop.example/a.pdf');
});

test('titles are names: of the block, of the piece, of the target', () => {
  const inner = () => [el('i', {title: 'Piece', 'data-content-piece': ''}), el('a', {title: 'Target', 'data-content-target': '', href: '#x'})];
  assert.deepEqual(says(el('div', {title: 'Block'}, ...inner())), ['Block', 'Unknown', '#x']);
  assert.equal(describe(el('div', {}, ...inner()), page).name, 'Piece');
  assert.equal(describe(el('div', {}, inner()[1]), page).name, 'Target');
});

test('text is never read', () => {
  assert.deepEqual(says(el('a', {href: 'https://ad.example'}, el('p', {'data-content-piece': ''}))), [
    'Unknown',
    'Unknown',
    'https://ad.example',
  ]);
});

test('an address that is none stays as it is', () => {
  assert.equal(describe(el('img', {src: 'https://['}), page).piece, 'https://[');
});

test('blocks are found with the element itself', () => {
  const inner = el('p', {class: 'piwikTrackContent'});
  const outer = el('div', {'data-track-content': ''}, el('div', {class: 'other'}, inner));
  assert.deepEqual(blocks(outer), [outer, inner]);
  assert.deepEqual(blocks(el('section', {}, outer)), [outer, inner]);
});

test('a click counts on the target, and on the whole block without one', () => {
  const link = el('a', {'data-content-target': ''}, el('b'));
  const text = el('p');
  const block = el('div', {'data-track-content': ''}, text, link);
  assert.equal(blockOf(link.children[0]), block);
  assert.equal(blockOf({nodeType: 3, parentNode: text}), block);
  assert.equal(blockOf(el('p')), null);
  assert.equal(blockOf(null), null);
  assert.equal(interacts(block, link.children[0]), true);
  assert.equal(interacts(block, text), false);
  assert.equal(interacts(el('div', {}, text), text), true);
});

test('a target may ask not to be counted', () => {
  const ignored = el('a', {class: 'matomoContentTarget', 'data-content-ignoreinteraction': ''});
  assert.equal(interacts(el('div', {}, ignored), ignored), false);
  const block = el('a', {class: 'matomoTrackContent matomoContentIgnoreInteraction'});
  assert.equal(interacts(block, block), false);
});

test('what is sent', () => {
  assert.equal(query({name: 'A & B', piece: 'P', target: ''}), 'c_n=A%20%26%20B&c_p=P&ca=1');
  assert.equal(query({name: 'A', piece: 'P', target: '/x?y=1'}, 'click'), 'c_i=click&c_n=A&c_p=P&c_t=%2Fx%3Fy%3D1&ca=1');
});

test('what lies on the screen', () => {
  const box = (top, left) => ({top, left, bottom: top + 10, right: left + 10});
  assert.equal(inside(box(0, 0), 800, 600), true);
  assert.equal(inside(box(599, 799), 800, 600), true);
  assert.equal(inside(box(600, 0), 800, 600), false);
  assert.equal(inside(box(-11, 0), 800, 600), false);
  assert.equal(inside(box(0, 800), 800, 600), false);
  assert.equal(inside(box(0, -11), 800, 600), false);
});
