/*
 * What a site's owner can set. Most setters only keep a value and most getters give it back, so they come from tables of names:
 * setCustomUrl and getCustomUrl are about config.CustomUrl, disablePerformanceTracking is about config.PerformanceTracking: a setting is called
 * as in its methods, which also packs best.
 */
import {words} from './page.js';

/** @type {(value: any) => any[]} */
export const list = (value) => [].concat(value ? (value.split ? value.split('|') : value) : []);

const SECOND = 1000;

/** What is not empty at the beginning. @returns {any} */
const given = () => ({
  CookieNamePrefix: '_pk_',
  CookieSameSite: 'Lax',
  VisitorCookieTimeout: 33955200 * SECOND,
  SessionCookieTimeout: 1800 * SECOND,
  ReferralCookieTimeout: 15768000 * SECOND,
  CrossDomainLinkingTimeout: 180,
  RequestMethod: 'GET',
  RequestContentType: 'application/x-www-form-urlencoded; charset=UTF-8',
  RequestQueueInterval: 2500,
  LinkTrackingTimer: 500,
  // As patterns, for they are only ever matched; see rare/files.js.
  DownloadExtensions: list(
    '7z|aac|apk|ar[cj]|as[cfx]|avi|azw3|bin|csv|deb|dmg|docx?|epub|exe|flv|gif|gz|gzip|hqx|ibooks|jar|jpe?g|js|md5|mobi|mp[234g]|mpeg|' +
      'mov|movie|ms[ip]|od[bfgst]|og[gv]|pdf|phps|png|pptx?|qtm?|ra[mr]?|rpm|rtf|sea|sha|sha256|sha512|sig|sit|tar|tbz2?|tgz|torrent|txt|' +
      'wav|wm[av]|wpd|xlsx?|xml|xz|z|zip'
  ),
  ExcludedReferrers: ['.paypal.com'],
  CampaignNameKey: list('pk_cpn|pk_campaign|piwik_campaign|mtm_campaign|matomo_campaign|utm_campaign|utm_source|utm_medium'),
  CampaignKeywordKey: list('pk_kwd|pk_keyword|piwik_kwd|mtm_kwd|mtm_keyword|matomo_kwd|utm_term'),
});

/** What gives a setting's value at the beginning where it is not among these. @type {Record<string, (nothing?: any) => any>} */
const otherwise = {};

/** @type {() => import('./core.js').Config} */
export const defaults = () => {
  const config = given();
  Object.keys(otherwise).forEach((key) => {
    config[key] = config[key] || otherwise[key]();
  });
  return config;
};

/** @type {import('./core.js').Methods} */
export const settings = {};

/** @type {(prefix: string, names: string, change: (value: any) => any, initially?: (value?: any) => any) => void} */
const define = (prefix, names, change, initially = change) =>
  words(names).forEach((name) => {
    otherwise[name] = initially;
    settings[prefix + name] = (t, value) => {
      t[name] = change(value);
    };
    settings['get' + name] = (t) => t[name];
  });

const same = (value) => value;
const yes = () => true;
const no = () => false;

define(
  'set',
  'SiteId TrackerUrl APIUrl CustomUrl ReferrerUrl DocumentTitle UserId PageViewId CustomData CookieNamePrefix CookieDomain CookiePath ' +
    'SecureCookie CookieSameSite CrossDomainLinkingTimeout RequestMethod RequestContentType CustomRequestProcessing RequestQueueInterval LinkTrackingTimer ' +
    'ConversionAttributionFirstReferrer CountPreRendered',
  same
);
define('', 'appendToTrackingUrl discardHashTag', same);
define('set', 'VisitorCookieTimeout SessionCookieTimeout ReferralCookieTimeout', (value) => value * SECOND);
define(
  'set',
  'Domains IgnoreClasses LinkClasses DownloadClasses DownloadExtensions ExcludedReferrers ExcludedQueryParams CampaignNameKey CampaignKeywordKey',
  list
);
define('disable', 'CrossDomainLinking', no);
define('enable', 'FileTracking BrowserFeatureDetection AlwaysUseSendBeacon', yes, no);
define('disable', 'BrowserFeatureDetection CampaignParameters PerformanceTracking QueueRequest AlwaysUseSendBeacon', no, yes);
