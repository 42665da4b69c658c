/*
 * What sites add to requests: custom dimensions and, older, custom variables, which belong to the visit, the page or an event.
 */
import {read, withCookies} from './cookies.js';
import {attempt} from './page.js';

const text = (value) => String(value == null ? '' : value).slice(0, 200);

/** @type {import('./core.js').Methods} */
export const variables = {
  setCustomVariable(t, index, name, value, scope = 'visit') {
    t.variables_[scope][index] = [text(name), text(value)];
  },
  getCustomVariable: (t, index, scope = 'visit') => t.variables_[scope][index] || false,
  deleteCustomVariable: (t, index, scope = 'visit') => delete t.variables_[scope][index],
  deleteCustomVariables(t, scope = 'visit') {
    t.variables_[scope] = {};
  },
  storeCustomVariablesInCookie(t) {
    t.keepsVariables_ = true;
    t.variables_.visit = Object.assign(attempt(() => withCookies(t) && JSON.parse(read(t, 'cvar'))) || {}, t.variables_.visit);
  },

  setCustomDimension(t, id, value) {
    if (id > 0) {
      t.dimensions_['dimension' + id] = value == null ? '' : value + '';
    }
  },
  getCustomDimension: (t, id) => t.dimensions_['dimension' + id],
  deleteCustomDimension: (t, id) => delete t.dimensions_['dimension' + id],

  setCustomData(t, data, value) {
    if (typeof data === 'object') {
      t.CustomData = data;
    } else {
      t.CustomData = Object.assign({}, t.CustomData, {[data]: value === undefined ? '' : value});
    }
  },
};
