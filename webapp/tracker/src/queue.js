/*
 * window._paq: calls that pages push before and after the tracker is there. Whatever the order they were pushed in, settings that
 * others build on come first when the tracker starts.
 */
import {Matomo, trackers} from './matomo.js';
import {say, win, words} from './page.js';

/** What the methods that come first begin with, in their order. */
const FIRST = words(
  'addT enableF forgetCoo requireCoo disableB disableCam disableCo setTr setAP enableCr setCr setSessionCookieT setVisitorC setCookieN setCookieS setSec ' +
    'setCookieP setCookieD setDom setU setVisitorI setSi alwaysU disableA enableL setCookieC requireCon setCons disableP setPageP setExcludedQ setExcludedR'
);

/** Calls of plug-ins that are not there yet. */
let missed = [];

/** Makes one call, on all trackers. */
const apply = (call) => {
  if (typeof call === 'function') {
    call = [call];
  }
  const [method, ...values] = call;
  if (typeof method === 'function') {
    return trackers.forEach((t) => method.apply(t, values));
  }
  const [, owner, name] = /^(\w+)(?:::|\.)(\w+)$/.exec(method) || [];
  if (owner) {
    const plugin = Matomo[owner];
    return plugin && plugin[name] ? plugin[name](...values) : missed.push(call);
  }
  (method === 'addTracker' ? trackers.slice(0, 1) : trackers).forEach((t) => {
    if (!t[method]) {
      say('no method ' + method);
    } else if (!t.own_[method]) {
      t[method](...values);
    }
  });
};

export const retry = () => missed.splice(0).forEach(apply);

/** Runs what pages may have got wrong: a fault of one call is none of the others'. */
export const guard = (f) => {
  try {
    f();
  } catch (e) {
    say(e);
  }
};

const attemptCall = (call) => guard(() => apply(call));

/** Starts the queue: calls so far, then each as it comes. */
export const run = () => {
  const calls = Array.from(win._paq || []);
  win._paq = {push: (...more) => more.forEach(attemptCall)};
  const begins = (call, start) => call && String(call[0]).startsWith(start);
  FIRST.forEach((start, i) => {
    const found = calls.filter((call) => begins(call, start));
    // There may be several trackers to add.
    if (found[1] && i) {
      say(found[1] + ' again');
    }
    found.forEach(attemptCall);
  });
  calls.filter((call) => !FIRST.some((start) => begins(call, start))).forEach(attemptCall);
};
