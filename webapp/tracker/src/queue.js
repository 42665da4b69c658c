import {say, win} from './page.js';
import {Tracker} from './tracker.js';

/** The trackers that pushes go to. @type {import('./core.js').AnyTracker[]} */
export const trackers = [];

const apply = (call) => {
  const [method, ...values] = call;
  trackers.forEach((t) => (t[method] ? t[method](...values) : say('no method ' + method)));
};

export const start = () => {
  trackers.push(/** @type {any} */ (new Tracker('', '')));
  const calls = win._paq || [];
  calls.forEach(apply);
  win._paq = {push: (...more) => more.forEach(apply)};
};
