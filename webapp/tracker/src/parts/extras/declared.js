/**
 * Events that the page's markup declares: `data-track-event="category|action|name|value"`, or one attribute each,
 * `data-event-category`, `data-event-action`, `data-event-name`, `data-event-value`. A form's event happens when it is sent, any other
 * element's when it is clicked.
 */

export const DECLARED = '[data-track-event],[data-event-category]';

/**
 * @param {Element} element
 * @returns {string[] | null} category, action, name and value; nothing if it lacks the first two
 */
export function declared(element) {
  const whole = element.getAttribute('data-track-event');
  const parts =
    whole === null
      ? ['category', 'action', 'name', 'value'].map((part) => element.getAttribute('data-event-' + part) || '')
      : whole.split('|');
  const trimmed = parts.map((part) => part.trim());
  return trimmed[0] && trimmed[1] ? trimmed : null;
}

/**
 * @param {any} document
 * @param {any} performance
 * @returns {boolean} whether the page says, or was answered so, that there is nothing at its address
 */
export function missing(document, performance) {
  const meta = document.querySelector('meta[name="prerender-status-code"],meta[name="status" i],meta[http-equiv="status" i]');
  const navigation = performance && performance.getEntriesByType && performance.getEntriesByType('navigation')[0];
  // Not everywhere: responseStatus.
  const status = meta ? parseInt(meta.content, 10) : navigation && navigation.responseStatus;
  return status === 404 || status === 410;
}
