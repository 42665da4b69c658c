/*
 * How long the page took: with its page view if loading is over by then, else with the request after that; later page views of the same
 * document have no times of their own, unless the site gives them.
 */
import {words} from './page.js';

const NAMES = words('net srv tfr dm1 dm2 onl');

/** Differences of these, two and two. */
const MARKS = words(
  'connectEnd fetchStart responseStart requestStart responseEnd responseStart domInteractive domLoading domComplete domInteractive loadEventEnd loadEventStart'
);

/** @type {(t: import('./core.js').AnyTracker) => string} */
export const timing = (t) => {
  const {config} = t;
  const measured = window.performance && performance.timing;
  let times = config.pagePerformanceTiming;
  if (!times && config.performanceTracking && !t.timed_ && t.views_ === 1 && measured && measured.loadEventEnd) {
    times = NAMES.map((_, i) => measured[MARKS[2 * i]] - measured[MARKS[2 * i + 1]]);
  }
  if (!times || !t.views_) {
    return '';
  }
  t.timed_ = true;
  config.pagePerformanceTiming = undefined;
  return NAMES.map((name, i) => (times[i] >= 0 ? '&pf_' + name + '=' + Math.round(times[i]) : '')).join('');
};
