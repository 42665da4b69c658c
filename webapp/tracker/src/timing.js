/*
 * How long the page took: with its page view if loading is over by then, else with the request after that; later page views of the same
 * document have no times of their own, unless the site gives them.
 */
import {params, win} from './page.js';

/** @type {(t: import('./core.js').AnyTracker) => string} */
export const timing = (t) => {
  const {config} = t;
  const at = win.performance && performance.timing;
  let times = config.pagePerformanceTiming;
  if (!times && config.performanceTracking && !t.timed_ && t.views_ === 1 && at && at.loadEventEnd) {
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
  config.pagePerformanceTiming = undefined;
  const [pf_net, pf_srv, pf_tfr, pf_dm1, pf_dm2, pf_onl] = times.map((time) => (time >= 0 ? Math.round(time) : ''));
  return params({pf_net, pf_srv, pf_tfr, pf_dm1, pf_dm2, pf_onl});
};
