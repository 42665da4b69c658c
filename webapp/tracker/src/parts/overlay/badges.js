/**
 * Numbers at links. They lie above the page in a tree of their own, which its style sheets do not reach; styles are set property by property,
 * which no Content Security Policy forbids, and no badge is in the way of a click.
 *
 * A number only stands at a link that is to be seen. Where it stands is looked up when something is scrolled or resized, and by a clock
 * (overlay.js), which notices whatever else moves the page and costs less than being told of each change.
 */

/** A page with more links than this has none in the rest. */
const LINKS = 5000;
const BADGES = 500;

/** @type {(element: HTMLElement, styles: Record<string, string>) => void} */
const dress = (element, styles) => {
  for (const name in styles) {
    element.style.setProperty(name, styles[name], 'important');
  }
};

export const badges = () => {
  const host = document.createElement('footfall-overlay');
  const root = host.attachShadow({mode: 'open'});
  dress(host, {all: 'initial', position: 'absolute', top: '0', left: '0', 'z-index': '2147483647', 'pointer-events': 'none'});
  host.setAttribute('aria-hidden', 'true');
  document.documentElement.appendChild(host);
  /** @type {HTMLElement[]} */
  const drawn = [];

  const add = () => {
    const badge = document.createElement('span');
    dress(badge, {
      position: 'absolute',
      top: '0',
      left: '0',
      padding: '0 5px',
      'border-radius': '9px',
      background: '#0B6B66',
      'box-shadow': '0 0 0 1.5px #FFFFFF',
      color: '#FFFFFF',
      font: '600 11px/17px system-ui, sans-serif',
      'white-space': 'nowrap',
    });
    root.appendChild(badge);
    drawn.push(badge);
    return badge;
  };

  /** The first line of a link, if it can be seen. @type {(link: any) => DOMRect | undefined} */
  const place = (link) => {
    const box = link.getClientRects()[0];
    const {clientWidth, clientHeight} = document.documentElement;
    // Not everywhere: checkVisibility.
    return box && box.width && box.right > 0 && box.bottom > 0 && box.left < clientWidth && box.top < clientHeight &&
      !(link.checkVisibility && !link.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
      ? box
      : undefined;
  };

  /** Writes at links what belongs there. @type {(text: (address: string) => string | undefined) => void} */
  return (text) => {
    const from = host.getBoundingClientRect();
    const right = document.documentElement.clientWidth - from.left;
    /** @type {[string, string][]} */
    const wanted = [];
    for (let i = 0; i < document.links.length && i < LINKS && wanted.length < BADGES; i++) {
      const link = document.links[i];
      const said = text(link.href);
      const box = said && place(link);
      if (box) {
        const x = Math.min(box.right - from.left + 12, right);
        const y = Math.max(box.top - from.top, 12);
        wanted.push([said, `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-100%, -75%)`]);
      }
    }
    wanted.forEach(([said, where], i) => {
      const badge = drawn[i] || add();
      if (badge.textContent !== said) {
        badge.textContent = said;
      }
      dress(badge, {transform: where, display: 'block'});
    });
    drawn.slice(wanted.length).forEach((badge) => dress(badge, {display: 'none'}));
  };
};
