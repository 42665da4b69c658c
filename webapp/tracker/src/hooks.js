/*
 * Plug-ins of others: Matomo.addPlugin(name, {log, event, goal, link, load, ping, …}). A hook is called with each request of its kind,
 * and the text it returns is added to the request.
 */
import {attempt} from './page.js';

/** @type {Record<string, Record<string, Function>>} */
const plugins = {};

/** @type {(name: string, hooks: Record<string, Function>) => void} */
export const addPlugin = (name, hooks) => {
  plugins[name] = hooks;
};

/** @type {(kind: string, value?: any) => string} */
export const hook = (kind, value) =>
  Object.values(plugins)
    .map((plugin) => {
      const answer = attempt(() => plugin[kind](value));
      return answer && answer.trim ? answer : '';
    })
    .join('');
