/**
 * Page views of applications that change their address without loading a page.
 *
 * A change is noted when the history says so and counted a little later: by then the application has drawn the page and written
 * its title, and an address that redirects at once was never seen. If meanwhile the application tracked a page view itself, or is back at
 * the address counted last, there is nothing to count.
 *
 * The first change may come before we do. The address we were asked for at tells of it, and a longer history that it was no mere replacement.
 */

/** Milliseconds until a page is taken as drawn. */
const SETTLED = 250;

/**
 * @typedef {{hash?: boolean, replace?: boolean, delay?: number}} RouteOptions hash: fragments are pages, too;
 *     replace: replaced addresses are pages, too; delay: milliseconds until the title is read
 * @typedef {{address(): string, views(): string, later(run: () => void, delay: number): number, cancel(timer: number): void}} Surroundings
 * @param {Surroundings} around
 * @param {RouteOptions} options
 * @param {(address: string, before: string) => void} view called with a page to count and the page before
 * @param {string} [first] the page that is counted already, if it is not the one that is there
 */
export function routes(around, options, view, first) {
  let counted = first || around.address();
  let timer = 0;
  let views = '';

  /** @param {string} address */
  function page(address) {
    return options.hash ? address : address.split('#')[0];
  }

  function count() {
    around.cancel(timer);
    const waiting = timer;
    timer = 0;
    const before = counted;
    const now = around.address();
    counted = now;
    if (waiting && page(now) !== page(before) && around.views() === views) {
      view(now, before);
    }
  }

  /** @param {'push' | 'replace' | 'pop' | 'hash'} kind what happened to the address */
  function changed(kind) {
    if (kind === 'replace' && !options.replace && !timer) {
      counted = around.address();
      return;
    }
    if (!timer) {
      views = around.views();
    }
    around.cancel(timer);
    timer = around.later(count, options.delay === undefined ? SETTLED : options.delay);
  }

  if (first) {
    changed('push');
  }
  return {
    changed,
    /** The page is left: what waits is counted now. */
    flush: count,
  };
}
