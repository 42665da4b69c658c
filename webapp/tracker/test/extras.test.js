import test from 'node:test';
import assert from 'node:assert/strict';
import {DECLARED, declared, missing} from '../src/parts/extras/declared.js';
import {event, pageName} from '../src/parts/extras/event.js';
import {deepest, depth, stopwatch} from '../src/parts/extras/reading.js';
import {routes} from '../src/parts/extras/routes.js';
import {interactions, shifts} from '../src/parts/extras/vitals.js';
import {el} from './element.js';

test('an event has what it has', () => {
  assert.equal(event('A&B', 'x', '/p', 1.5), 'e_c=A%26B&e_a=x&e_n=%2Fp&e_v=1.5&ca=1');
  assert.equal(event('A', 'x', '', 0), 'e_c=A&e_a=x&e_v=0&ca=1');
  assert.equal(event('A', 'x', '', 'much'), 'e_c=A&e_a=x&ca=1');
});

test('pages are called by their paths', () => {
  assert.equal(pageName('https://a.example/x/y?q=1#top'), '/x/y');
  assert.equal(pageName('https://a.example'), '/');
  assert.equal(pageName('https://a.example/?q=1#/shop/1'), '/#/shop/1');
  assert.equal(pageName('https://a.example/app#!shop'), '/app#!shop');
  assert.equal(pageName('//a.example/x'), '/x');
  assert.equal(pageName('/x?y'), '/x');
  assert.equal(pageName('x'), 'x');
  assert.equal(pageName(''), '/');
});

const shift = (startTime, value, hadRecentInput = false) => ({startTime, value, hadRecentInput});

test('layout shifts add up in windows, the largest counts', () => {
  const cls = shifts();
  assert.equal(cls.value(), 0);
  [shift(0, 0.1), shift(900, 0.05), shift(2000, 0.12), shift(2500, 0.5, true)].forEach(cls.add);
  assert.equal(cls.value(), 0.15);
  cls.add(shift(2900, 0.08));
  assert.equal(cls.value(), 0.2);
});

test('a window ends after five seconds', () => {
  const cls = shifts();
  for (let time = 0; time < 10000; time += 500) {
    cls.add(shift(time, 0.01));
  }
  assert.equal(cls.value(), 0.1);
});

const input = (interactionId, duration) => ({interactionId, duration, entryType: 'event'});

test('the longest interaction counts, whatever its parts', () => {
  const inp = interactions();
  assert.equal(inp.value(), undefined);
  [input(0, 900), input(1, 64), input(1, 80), input(2, 72)].forEach(inp.add);
  assert.equal(inp.value(), 80);
});

test('one of fifty interactions may be slow', () => {
  const inp = interactions();
  for (let i = 1; i <= 50; i++) {
    inp.add(input(i, i));
  }
  assert.equal(inp.value(), 49);
  assert.equal(inp.value(20), 50);
  assert.equal(inp.value(149), 48);
  assert.equal(inp.value(100000), 41);
});

test('depth is what was on the screen', () => {
  assert.equal(depth(0, 500, 2000), 25);
  assert.equal(depth(1500, 500, 2000), 100);
  assert.equal(depth(1500, 600, 2000), 100);
  assert.equal(depth(-50, 600, 400), 100);
  assert.equal(depth(0, 600, 0), 0);
});

test('the deepest point is told once, and again a step further', () => {
  const reached = deepest();
  reached.reach(30);
  reached.reach(20);
  assert.deepEqual(reached.take(), {step: 25, percent: 30});
  reached.reach(49);
  assert.equal(reached.take(), null);
  reached.reach(100);
  assert.deepEqual(reached.take(), {step: 100, percent: 100});
  assert.equal(reached.take(), null);
});

test('a page of which little was seen is told, too', () => {
  const reached = deepest();
  assert.equal(reached.take(), null);
  reached.reach(3);
  assert.deepEqual(reached.take(), {step: 0, percent: 3});
});

test('time runs while somebody looks', () => {
  let now = 0;
  const watch = stopwatch(() => now);
  now = 5000;
  assert.equal(watch.take(), 0);
  watch.run(true);
  now = 8400;
  assert.equal(watch.take(), 3);
  now = 9100;
  watch.run(false);
  now = 60000;
  assert.equal(watch.take(), 1);
  watch.run(true);
  watch.run(true);
  now = 61900;
  assert.equal(watch.take(), 2);
  now = 62500;
  assert.equal(watch.take(), 1);
  now = 63300;
  assert.equal(watch.take(), 0);
});

test('events declared in markup', () => {
  assert.deepEqual(declared(el('a', {'data-track-event': 'Video | Play|Intro|3'})), ['Video', 'Play', 'Intro', '3']);
  assert.deepEqual(declared(el('a', {'data-track-event': 'Video|Play'})), ['Video', 'Play']);
  assert.equal(declared(el('a', {'data-track-event': 'Video'})), null);
  assert.deepEqual(declared(el('a', {'data-event-category': 'Video', 'data-event-action': 'Play', 'data-event-value': '2'})), [
    'Video',
    'Play',
    '',
    '2',
  ]);
  assert.equal(declared(el('a', {'data-event-category': 'Video'})), null);
  assert.equal(el('a', {'data-event-category': ''}).matches(DECLARED), true);
});

test('a page says that it is missing, or its answer does', () => {
  const page = (content) => ({ querySelector: () => (content === undefined ? null : {content}) });
  const answered = (responseStatus) => ({ getEntriesByType: () => [{responseStatus}] });
  assert.equal(missing(page('404'), answered(200)), true);
  assert.equal(missing(page('404 Not Found'), undefined), true);
  assert.equal(missing(page('200'), answered(404)), false);
  assert.equal(missing(page(), answered(404)), true);
  assert.equal(missing(page(), answered(410)), true);
  assert.equal(missing(page(), answered(500)), false);
  assert.equal(missing(page(), {getEntriesByType: () => []}), false);
  assert.equal(missing(page(), {}), false);
});

/** An application whose address, page views and time the test moves. */
function application(options = {}, first = '') {
  const app = {at: 'https://a.example/', views: 'v0', seen: [], run: null};
  const around = {
    address: () => app.at,
    views: () => app.views,
    later(run) {
      app.run = run;
      return 1;
    },
    cancel() {
      app.run = null;
    },
  };
  const route = routes(around, options, (now, before) => app.seen.push(before + ' > ' + now), first);
  app.go = (kind, at) => {
    app.at = 'https://a.example/' + at;
    route.changed(kind);
  };
  app.settle = () => app.run && app.run();
  app.flush = route.flush;
  return app;
}

test('a pushed address is a page view with the page before it', () => {
  const app = application();
  app.go('push', 'one');
  assert.deepEqual(app.seen, []);
  app.settle();
  app.go('pop', '');
  app.settle();
  assert.deepEqual(app.seen, ['https://a.example/ > https://a.example/one', 'https://a.example/one > https://a.example/']);
});

test('what changed before this was there is a page view, too', () => {
  const app = application({}, 'https://a.example/start');
  app.settle();
  assert.deepEqual(app.seen, ['https://a.example/start > https://a.example/']);
  const moved = application({}, 'https://a.example/#top');
  moved.settle();
  assert.deepEqual(moved.seen, []);
  const own = application({}, 'https://a.example/start');
  own.views = 'v1';
  own.settle();
  assert.deepEqual(own.seen, []);
});

test('the same address, and a fragment, are no new page', () => {
  const app = application();
  app.go('push', '');
  app.settle();
  app.go('hash', '#top');
  app.settle();
  assert.deepEqual(app.seen, []);
});

test('fragments are pages where told so', () => {
  const app = application({hash: true});
  app.go('hash', '#/one');
  app.settle();
  assert.equal(app.seen.length, 1);
});

test('replaced addresses are pages where told so', () => {
  const plain = application();
  plain.go('replace', '?sort=price');
  plain.settle();
  plain.go('push', '?sort=price#x');
  plain.settle();
  assert.deepEqual(plain.seen, []);
  const told = application({replace: true});
  told.go('replace', '?sort=price');
  told.settle();
  assert.equal(told.seen.length, 1);
});

test('a redirect at once is one page', () => {
  const app = application();
  app.go('push', 'login');
  app.go('replace', 'home');
  app.settle();
  assert.deepEqual(app.seen, ['https://a.example/ > https://a.example/home']);
});

test('what the application tracks itself is not counted again', () => {
  const app = application();
  app.go('push', 'one');
  app.views = 'v1';
  app.settle();
  app.go('push', 'two');
  app.settle();
  assert.deepEqual(app.seen, ['https://a.example/one > https://a.example/two']);
});

test('leaving counts what waits, and only that', () => {
  const app = application();
  app.flush();
  app.go('push', 'one');
  app.flush();
  app.flush();
  assert.equal(app.seen.length, 1);
});
