/*
 * What sites add to requests: custom dimensions and, older, custom variables, which belong to the visit, the page or an event.
 */
import {read} from './cookies.js';
import {attempt} from './page.js';

const text = (value) => String(value == null ? '' : value).slice(0, 200);

/** Those of a scope; the visit's are read from their cookie on first use. */
export const scoped = (t, scope = '') => {
  const all = t.variables_;
  if (scope === 'page' || scope === 'event') {
    return (all[scope] = all[scope] || {});
  }
  return (all.visit = all.visit || (t.areCookiesEnabled() && attempt(() => JSON.parse(read(t, 'cvar')))) || {});
};

/** @type {import('./core.js').Methods} */
export const variables = {
  setCustomVariable(t, index, name, value, scope) {
    if (index > 0 && name != null) {
      scoped(t, scope)[index] = [text(name), text(value)];
    }
  },
  getCustomVariable(t, index, scope) {
    const found = scoped(t, scope)[index];
    return found && found[0] ? found : false;
  },
  deleteCustomVariable(t, index, scope) {
    if (scoped(t, scope)[index]) {
      scoped(t, scope)[index] = ['', ''];
    }
  },
  deleteCustomVariables(t, scope) {
    const all = scoped(t, scope);
    for (const index in all) {
      delete all[index];
    }
  },
  storeCustomVariablesInCookie(t) {
    t.keepsVariables_ = true;
  },

  setCustomDimension(t, id, value) {
    if (id > 0) {
      t.dimensions_[+id] = value == null ? '' : String(value);
    }
  },
  getCustomDimension: (t, id) => t.dimensions_[id],
  deleteCustomDimension: (t, id) => delete t.dimensions_[id],

  setCustomData({config}, data, value) {
    if (typeof data === 'object') {
      config.customData = data;
    } else {
      config.customData = Object.assign({}, config.customData, {[data]: value === undefined ? '' : value});
    }
  },
  getCustomData: (t) => t.config.customData,
};
