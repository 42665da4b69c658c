/**
 * Calls when the page is hidden or left, which may be the last moment there is.
 * @param {() => void} run
 */
export function whenHidden(run) {
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && run(), true);
  // Safari up to 14 does not always tell that a page it leaves is hidden.
  // Not before the tracker knows that this is the page's last moment.
  addEventListener('pagehide', run);
}
