/*
 * How long the page took: with its page view if loading is over by then, else with the request after that; later page views of the same
 * document have no times of their own, unless the site gives them.
 */
import {win, words} from './page.js';

/** @type {(t: import('./core.js').State) => string} */
export const timing = (t) => {
  const at = win.performance && performance.timing;
  let times = t.PagePerformanceTiming;
  if (!times && t.PerformanceTracking && !t.timed_ && t.views_ === 1 && at && at.loadEventEnd) {
    times = [
      at.connectEnd - at.fetchStart,
      at.responseStart - at.requestStart,
      at.responseEnd - at.responseStart,
      at.domInteractive - at.domLoading,
      at.domComplete - at.domInteractive,
      at.loadEventEnd - at.loadEventStart,
    ];
  }
  if (!times || !t.views_) {
    return '';
  }
  t.timed_ = true;
  t.PagePerformanceTiming = undefined;
  return words('net srv tfr dm1 dm2 onl')
    .map((name, i) => (times[i] >= 0 ? '&pf_' + name + '=' + Math.round(times[i]) : ''))
    .join('');
};
