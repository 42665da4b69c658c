/*
 * What a site's owner can set. Most setters only keep a value and most getters give it back, so they come from tables of names:
 * setCustomUrl and getCustomUrl are about config.customUrl.
 */
const EXTENSIONS =
  '7z|aac|apk|arc|arj|asc|asf|asx|avi|azw3|bin|csv|deb|dmg|doc|docx|epub|exe|flv|gif|gz|gzip|hqx|ibooks|jar|jpg|jpeg|js|md5|mobi|mp2|mp3|mp4|mpg|mpeg|mov|movie|msi|msp|odb|odf|odg|ods|odt|ogg|ogv|pdf|phps|png|ppt|pptx|qt|qtm|ra|ram|rar|rpm|rtf|sea|sha|sha256|sha512|sig|sit|tar|tbz|tbz2|tgz|torrent|txt|wav|wma|wmv|wpd|xls|xlsx|xml|xz|z|zip';

/** @type {(value: any) => string[]} */
const list = (value) => (Array.isArray(value) ? value.slice() : String(value || '').split('|').filter(Boolean));

/** @returns {import('./core.js').Config} */
export const defaults = () => ({
  siteId: '',
  trackerUrl: '',
  apiUrl: '',
  customUrl: '',
  referrerUrl: '',
  documentTitle: '',
  userId: '',
  visitorId: '',
  pageViewId: '',
  domains: [],
  cookieNamePrefix: '_pk_',
  cookieDomain: '',
  cookiePath: '',
  cookieSameSite: 'Lax',
  secureCookie: false,
  visitorCookieTimeout: 33955200e3,
  sessionCookieTimeout: 1800e3,
  referralCookieTimeout: 15768000e3,
  crossDomainLinkingTimeout: 180,
  crossDomainLinking: false,
  requestMethod: 'GET',
  requestContentType: 'application/x-www-form-urlencoded; charset=UTF-8',
  linkTrackingTimer: 500,
  downloadExtensions: EXTENSIONS.split('|'),
  ignoreClasses: [],
  linkClasses: [],
  downloadClasses: [],
  excludedReferrers: ['.paypal.com'],
  excludedQueryParams: [],
  campaignNameKey: list('pk_cpn|pk_campaign|piwik_campaign|mtm_campaign|matomo_campaign|utm_campaign|utm_source|utm_medium'),
  campaignKeywordKey: list('pk_kwd|pk_keyword|piwik_kwd|mtm_kwd|mtm_keyword|matomo_kwd|utm_term'),
  discardHashTag: false,
  conversionAttributionFirstReferrer: false,
  customData: undefined,
  countPreRendered: false,
  requestQueueInterval: 2500,
});

const same = (value) => value;
const milliseconds = (value) => value * 1000;

/** @type {import('./core.js').Methods} */
export const settings = {};

const setters = (change, names) =>
  names.split(' ').forEach((name) => {
    const key = name[0].toLowerCase() + name.slice(1);
    settings['set' + name] = function (value) {
      this.config[key] = change(value);
    };
    settings['get' + name] = function () {
      return this.config[key];
    };
  });
setters(
  same,
  'SiteId TrackerUrl ApiUrl CustomUrl ReferrerUrl DocumentTitle PageViewId CookieNamePrefix CookieSameSite CookiePath SecureCookie ' +
    'CrossDomainLinkingTimeout RequestContentType LinkTrackingTimer ConversionAttributionFirstReferrer CountPreRendered'
);
setters(milliseconds, 'VisitorCookieTimeout SessionCookieTimeout ReferralCookieTimeout');
setters(
  list,
  'Domains DownloadExtensions IgnoreClasses LinkClasses DownloadClasses ExcludedReferrers ExcludedQueryParams CampaignNameKey CampaignKeywordKey'
);
