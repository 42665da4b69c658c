import test from 'node:test';
import assert from 'node:assert/strict';
import {newer} from '../apis.mjs';

const BROWSERS = ['chrome60', 'safari13', 'firefox78'];

/** What is found wrong with a file beside one that names a browser's objects. */
const found = (text) => newer({'page.js': 'export const nav = navigator; export const win = window;', 'a.js': text}, BROWSERS);

const PLANTED = {
  flat: 'list.flat()',
  at: 'list.at(-1)',
  fromEntries: 'Object.fromEntries([])',
  allSettled: 'Promise.allSettled([])',
  replaceAll: '"a".replaceAll("a", "b")',
  matchAll: '"a".matchAll(/a/g)',
  trimStart: '"a".trimStart()',
  finally: 'promise.finally(f)',
  globalThis: 'globalThis.x',
  structuredClone: 'structuredClone({})',
  queueMicrotask: 'queueMicrotask(f)',
  AbortController: 'new AbortController()',
  ResizeObserver: 'new window.ResizeObserver(f)',
  requestIdleCallback: 'win.requestIdleCallback(f)',
  toggleAttribute: 'element.toggleAttribute("hidden")',
  replaceChildren: 'element["replaceChildren"]()',
  randomUUID: 'crypto.randomUUID()',
  userAgentData: 'const {userAgentData} = navigator',
  canParse: 'URL.canParse("/")',
};
for (const [name, text] of Object.entries(PLANTED)) {
  test(`${name} is found`, () => {
    const told = found('const f = () => {};\n' + text);
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0], new RegExp(`^a\\.js:2: ${name} is not in .*(chrome60|safari13)`));
  });
}

test('what a global is called elsewhere does not hide what it lacks', () => {
  assert.match(found("import {nav} from './page.js';\nnav.userAgentData.brands").join(), /userAgentData/);
});

test('old members and our own pass', () => {
  const text = `
    import {nav} from './page.js';
    const route = {address: 1, take() { return this.address; }};
    class Part { constructor() { this.config = route; } }
    nav.sendBeacon('/');
    Object.entries({}).forEach(([name]) => document.querySelector(name).closest('a').hasAttribute('download'));
    new Part().config.take([1].includes(route.address), getComputedStyle(document.body).opacity);
    'x' in window && new URLSearchParams('').get('a');`;
  assert.deepEqual(found(text), []);
});

test('who asks first says so, for one statement, and only where there is need', () => {
  const asks = 'if (navigator.userAgentData) {\n  navigator.userAgentData.toJSON();\n}\n';
  assert.deepEqual(found('// Not everywhere: userAgentData.\n' + asks), []);
  assert.deepEqual(found('// Not everywhere: userAgentData.\n' + asks + 'navigator.userAgentData').length, 1);
  assert.deepEqual(found('// Not everywhere: userAgentData, sendBeacon.\n' + asks), ['a.js:1: sendBeacon is everywhere, or not used here']);
});
