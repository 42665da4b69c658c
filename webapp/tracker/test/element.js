/**
 * As much of an element as rules about attributes and classes need: a tree, attributes, and selectors made of attributes and classes.
 */
export class El {
  /**
   * @param {string} tag
   * @param {Record<string, string>} [attributes]
   * @param {...El} children
   */
  constructor(tag, attributes = {}, ...children) {
    this.tagName = tag.toUpperCase();
    this.nodeType = 1;
    this.attributes = attributes;
    this.children = children;
    /** @type {El | null} */
    this.parentNode = null;
    children.forEach((child) => {
      child.parentNode = this;
    });
  }

  getAttribute(name) {
    return name in this.attributes ? this.attributes[name] : null;
  }

  /** Understands `a,b` of: tag, .class, [attribute], [attribute="value"], :not([attribute="value"]). */
  matches(selector) {
    return selector.split(',').some((one) => {
      const parts = one.match(/^[a-z]+|\.[\w-]+|:not\(\[[^\]]*\]\)|\[[^\]]*\]/g) || [];
      return parts.length > 0 && parts.join('') === one && parts.every((part) => this.fits(part));
    });
  }

  fits(part) {
    if (part[0] === '.') {
      return (this.attributes.class || '').split(/\s+/).includes(part.slice(1));
    }
    if (part.startsWith(':not(')) {
      return !this.fits(part.slice(5, -1));
    }
    if (part[0] === '[') {
      const [, name, value] = /^\[([\w-]+)(?:="(.*)")?\]$/.exec(part);
      return value === undefined ? name in this.attributes : this.attributes[name] === value;
    }
    return this.tagName.toLowerCase() === part;
  }

  querySelectorAll(selector) {
    return this.children.flatMap((child) => [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)]);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] || null;
  }

  closest(selector) {
    return this.matches(selector) ? this : this.parentNode && this.parentNode.closest(selector);
  }

  contains(other) {
    return other === this || this.children.some((child) => child.contains(other));
  }
}

export const el = (tag, attributes, ...children) => new El(tag, attributes, ...children);
