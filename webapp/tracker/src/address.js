/*
 * Addresses: whose they are, what is in their query, what is a file.
 */
import {attempt, loc} from './page.js';

/**
 * Does a host (and path) belong to one of the patterns? These are x.org, with all below it *.x.org or .x.org, with a folder
 * x.org/shop or *.x.org/shop/*.
 * @type {(patterns: string[], place: {hostname: string, pathname?: string}) => boolean}
 */
export const matches = (patterns, {hostname, pathname}) =>
  patterns.some((pattern) => {
    const [, wild, name, folder] = /^(?:https?:\/\/)?(\*?\.?)([^/:]*)[^/]*(.*)$/.exec(String(pattern).toLowerCase());
    return (
      (hostname === name || (wild && (!name || hostname.endsWith('.' + name)))) &&
      (!pathname || (pathname.toLowerCase() + '/').startsWith(folder.replace(/[/*]+$/, '') + '/'))
    );
  });

/** Is it the site's? Its domains are those set, and the page's own in any case. */
export const isOwn = ({Domains}, place) =>
  matches(matches(Domains, {hostname: loc.hostname}) ? Domains : Domains.concat(loc.hostname), place);

/** @type {(t: {DownloadExtensions: string[]}, url: string) => boolean} */
export const isFile = ({DownloadExtensions}, url) => attempt(() => new RegExp('\\.(' + DownloadExtensions.join('|') + ')([?&#]|$)', 'i').test(url));

/** A parameter of an address, also of what follows its "#". @type {(url: string, name: string) => string} */
export const param = (url, name) => {
  const found = new RegExp('[?&#]' + name + '=([^&#]*)').exec(url);
  const value = found ? found[1].replace(/\+/g, ' ') : '';
  return attempt(() => decodeURIComponent(value)) || value;
};

/** An address without what the site's owner does not want to be told. @type {(t: any, url: string) => string} */
export const clean = (t, url) => {
  let [, rest, hash] = /^([^#]*)([^]*)$/.exec(url);
  const unwanted = t.CampaignParameters
    ? t.ExcludedQueryParams
    : t.ExcludedQueryParams.concat(t.CampaignNameKey, t.CampaignKeywordKey);
  if (unwanted.length) {
    rest = rest.replace(/[?&][^&]*/g, (pair) => (unwanted.includes(pair.slice(1).split('=')[0]) ? '' : pair)).replace(/^([^?&]*)&/, '$1?');
  }
  return rest + (t.discardHashTag ? '' : hash);
};
