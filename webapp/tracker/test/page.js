/*
 * A page without a browser: what the built tracker touches, with a clock that only moves when told to, a cookie jar that forgets at the second it
 * should, and a record of what was sent.
 */
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

const BUILT = new URL('../../../target/generated-resources/tag/org/footfall/tag/', import.meta.url);
const code = {};

const target = () => {
  const handlers = [];
  return {
    addEventListener: (type, handler) => handlers.push([type, handler]),
    dispatch: (type, event = {}) => handlers.filter(([one]) => one === type).forEach(([, handler]) => handler({type, ...event})),
  };
};

/** Runs the tracker on a page. */
export const page = ({
  file = 'tracker.js',
  url = 'https://shop.example/',
  referrer = '',
  calls = [],
  jar = new Map(),
  navigator = {},
  globals = () => ({}),
  document = {},
  at = Date.UTC(2026, 10, 27, 12),
} = {}) => {
  const clock = {now: at, timers: [], next: 1};
  const sent = [];
  const errors = [];
  const scripts = [];
  const written = [];

  class FakeDate extends Date {
    constructor(...values) {
      super(...(values.length ? values : [clock.now]));
    }
    static now() {
      return clock.now;
    }
  }

  const doc = {
    ...target(),
    referrer,
    title: 'The shop',
    characterSet: 'UTF-8',
    readyState: 'complete',
    visibilityState: 'visible',
    hidden: false,
    baseURI: url,
    currentScript: {src: 'https://stats.example/matomo.js?v=1', nonce: 'n0nce'},
    hasFocus: () => true,
    createElement: () => ({}),
    head: {appendChild: (script) => scripts.push(script)},
    get cookie() {
      return [...jar]
        .filter(([, {expires}]) => expires > clock.now)
        .map(([name, {value}]) => `${name}=${value}`)
        .join('; ');
    },
    set cookie(text) {
      const [pair, ...attributes] = text.split(';');
      const [, name, value] = /^(.*?)=(.*)$/.exec(pair);
      const all = Object.fromEntries(attributes.map((one) => one.split('=')));
      written.push(name);
      jar.set(name, {value, ...all, expires: clock.now + all['max-age'] * 1000});
    },
  };
  Object.defineProperties(doc, Object.getOwnPropertyDescriptors(document));

  class XMLHttpRequest {
    open(method, address) {
      Object.assign(this, {method, address});
    }
    setRequestHeader(name, value) {
      this.type = value;
    }
    send(body) {
      sent.push({by: 'xhr', url: this.address, body, type: this.type, request: this});
    }
  }
  class Image {
    set src(address) {
      sent.push({by: 'image', url: address, request: this});
    }
  }
  class Blob {
    constructor([text], {type}) {
      Object.assign(this, {text, type});
    }
  }

  const window = {
    ...target(),
    document: doc,
    location: new URL(url),
    navigator: {
      cookieEnabled: true,
      onLine: true,
      mimeTypes: {},
      sendBeacon: (address, blob) => sent.push({by: 'beacon', url: String(address), body: blob && blob.text, type: blob && blob.type}) > 0,
      ...navigator,
    },
    screen: {width: 1920, height: 1080},
    console: {error: (text) => errors.push(String(text)), warn: (text) => errors.push(String(text))},
    Date: FakeDate,
    URL,
    TextEncoder,
    XMLHttpRequest,
    Image,
    Blob,
    setTimeout: (run, delay = 0) => {
      clock.timers.push({at: clock.now + delay, id: clock.next, run});
      return clock.next++;
    },
    clearTimeout: (id) => {
      clock.timers = clock.timers.filter((timer) => timer.id !== id);
    },
    _paq: calls,
  };
  Object.assign(window, globals(window));
  window.window = window.top = window;
  vm.createContext(window);
  const run = (name) => {
    code[name] = code[name] || new vm.Script(readFileSync(new URL(name, BUILT), 'utf8'));
    code[name].runInContext(window);
  };
  run(file);

  const query = ({url: address, body}) => new URLSearchParams(body && body[0] !== '{' ? body : address.split('?').slice(1).join('?'));
  return {
    window,
    doc,
    jar,
    sent,
    errors,
    scripts,
    written,
    clock,
    run,
    push: (...call) => window._paq.push(call),
    /** Lets time pass, and what waits for it. */
    wait(time) {
      const end = clock.now + time;
      for (;;) {
        const due = clock.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
        if (!due) {
          break;
        }
        clock.timers = clock.timers.filter((timer) => timer !== due);
        clock.now = Math.max(clock.now, due.at);
        due.run();
      }
      clock.now = end;
    },
    hide() {
      doc.hidden = true;
      doc.visibilityState = 'hidden';
      doc.dispatch('visibilitychange');
    },
    show() {
      doc.hidden = false;
      doc.visibilityState = 'visible';
      doc.dispatch('visibilitychange');
    },
    /** What was sent, as parameters. */
    queries: () => sent.map(query),
    last: () => query(sent[sent.length - 1]),
    cookie: (start) => [...jar].filter(([name, {expires}]) => name.startsWith(start) && expires > clock.now).map(([, one]) => decodeURIComponent(one.value))[0],
  };
};

export const SETUP = [
  ['setTrackerUrl', 'https://stats.example/matomo.php'],
  ['setSiteId', '1'],
];
