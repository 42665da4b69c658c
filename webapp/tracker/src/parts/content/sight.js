/**
 * Which blocks a visitor has had on the screen.
 *
 * An IntersectionObserver says which blocks are near, at no cost while nothing moves, also in scrolling boxes and frames. What it
 * does not know is whether an element can be seen where it lies (opacity, visibility): this is looked up for the near ones when
 * the observer reports, on scrolling, and now and then. Browsers without an observer have all blocks looked up at these times.
 */

/**
 * @typedef {{top: number, right: number, bottom: number, left: number}} Box
 * @param {Box} box
 * @param {number} width of the screen
 * @param {number} height
 */
export function inside(box, width, height) {
  return box.bottom >= 0 && box.right >= 0 && box.top < height && box.left < width;
}

/**
 * @param {Element} block
 */
export function onScreen(block) {
  if (!block.getClientRects().length || !inside(block.getBoundingClientRect(), window.innerWidth, window.innerHeight)) {
    return false;
  }
  if (getComputedStyle(block).visibility !== 'visible') {
    return false;
  }
  for (let element = /** @type {Element | null} */ (block); element; element = element.parentElement) {
    if (+getComputedStyle(element).opacity === 0) {
      return false;
    }
  }
  return true;
}

/**
 * @param {boolean} onScroll whether to look again when the visitor scrolls
 * @param {number} interval milliseconds after which to look again, 0 for never
 * @param {(blocks: Element[]) => void} seen called with blocks that are seen for the first time
 */
export function sight(onScroll, interval, seen) {
  /** @type {Set<Element>} */
  const waiting = new Set();
  /** @type {Set<Element>} */
  const near = new Set();
  let timer = 0;
  let soon = 0;
  const observer =
    (onScroll || interval > 0) && window.IntersectionObserver
      ? new IntersectionObserver(function (entries) {
          entries.forEach(function (entry) {
            near[entry.isIntersecting && waiting.has(entry.target) ? 'add' : 'delete'](entry.target);
          });
          look();
        })
      : null;

  function look() {
    soon = 0;
    const found = Array.from(observer ? near : waiting).filter(onScreen);
    found.forEach(forget);
    if (!waiting.size) {
      rest();
    }
    if (found.length) {
      seen(found);
    }
  }

  /** @param {Element} block */
  function forget(block) {
    waiting.delete(block);
    near.delete(block);
    if (observer) {
      observer.unobserve(block);
    }
  }

  function lookSoon() {
    soon = soon || window.setTimeout(look, 100);
  }

  function rest() {
    clearInterval(timer);
    timer = 0;
    removeEventListener('scroll', lookSoon, true);
  }

  return {
    /** @param {Element[]} blocks */
    add(blocks) {
      blocks.forEach(function (block) {
        waiting.add(block);
        if (observer) {
          observer.observe(block);
        }
      });
      if (onScroll) {
        addEventListener('scroll', lookSoon, {capture: true, passive: true});
      }
      if (interval > 0 && !timer) {
        timer = window.setInterval(look, interval);
      }
      if (!observer) {
        look();
      }
    },
    end() {
      Array.from(waiting).forEach(forget);
      clearTimeout(soon);
      rest();
    },
  };
}
