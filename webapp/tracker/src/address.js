/*
 * Addresses: whose they are, what is in their query, what is a file.
 */
import {attempt, loc} from './page.js';

/**
 * Does a host (and path) belong to one of the patterns? These are x.org, with all below it *.x.org or .x.org, with a folder
 * x.org/shop or *.x.org/shop/*.
 * @type {(patterns: string[], host: string, path?: string) => boolean}
 */
export const matches = (patterns, host, path) =>
  patterns.some((pattern) => {
    const [, wild, name, folder] = /^(?:https?:\/\/)?(\*?\.?)([^/:]*)[^/]*(.*)$/.exec(pattern.toLowerCase());
    const start = folder.replace(/[/*]+$/, '');
    return (
      (host === name || (wild && (!name || host.slice(-name.length - 1) === '.' + name))) &&
      (!path || (path.toLowerCase() + '/').indexOf(start + '/') === 0)
    );
  });

/** Is it the site's? Its domains are those set, and the page's own in any case. */
export const isOwn = (t, host, path) => {
  const {domains} = t.config;
  return matches(matches(domains, loc.hostname) ? domains : [loc.hostname].concat(domains), host, path);
};

/** A parameter of an address, also of what follows its "#". @type {(url: string, name: string) => string} */
export const param = (url, name) => {
  const found = new RegExp('[?&#]' + name + '=([^&#]*)').exec(url);
  const value = found ? found[1].replace(/\+/g, ' ') : '';
  return attempt(() => decodeURIComponent(value)) || value;
};

/** An address without what the site's owner does not want to be told. @type {(t: any, url: string) => string} */
export const clean = ({config}, url) => {
  let [, rest, hash] = /^([^#]*)(.*)$/.exec(url);
  const unwanted = config.campaignParameters
    ? config.excludedQueryParams
    : config.excludedQueryParams.concat(config.campaignNameKey, config.campaignKeywordKey);
  if (unwanted.length) {
    rest = rest.replace(/[?&][^&]*/g, (pair) => (unwanted.indexOf(pair.slice(1).split('=')[0]) < 0 ? pair : '')).replace(/^([^?&]*)&/, '$1?');
  }
  return rest + (config.discardHashTag ? '' : hash);
};
