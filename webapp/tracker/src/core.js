/*
 * The types everybody shares, and what parts may use. There is no code here.
 *
 * A part is one script, src/parts/<name>.js, that gives the trackers methods:
 *
 *     window.Matomo.part('<name>', {someMethod(…) { … this.trackRequest(…) … }});
 *
 * Which methods load it says the table in stubs.js: until the part is there, these methods only note the call; when it is, its own replace
 * them, and the calls are made in their order. Properties that end in "_" have other names in each built file, so a part never uses those of the tracker:
 * all there is for it is in these types, and it brings what it imports with it.
 *
 * A method of a tracker is called with the tracker's state first (Methods below), except those of parts, which are called with the tracker as
 * "this". tracker.config is that state.
 */

/**
 * @typedef {object} Config what the site's owner set; see settings.js for what each is without that
 * @property {string|number} SiteId
 * @property {string} TrackerUrl
 * @property {string} APIUrl
 * @property {string} CustomUrl
 * @property {string} ReferrerUrl
 * @property {string} DocumentTitle
 * @property {string} UserId
 * @property {string} VisitorId
 * @property {string} PageViewId
 * @property {string[]} Domains
 * @property {string} CookieNamePrefix
 * @property {string} CookieDomain
 * @property {string} CookiePath
 * @property {string} CookieSameSite
 * @property {boolean} [SecureCookie]
 * @property {number} VisitorCookieTimeout in milliseconds, as are the other times of cookies
 * @property {number} SessionCookieTimeout
 * @property {number} ReferralCookieTimeout
 * @property {number} CrossDomainLinkingTimeout in seconds
 * @property {boolean} [CrossDomainLinking]
 * @property {string} RequestMethod
 * @property {string} appendToTrackingUrl what is added to each request
 * @property {boolean} [DoNotTrack] listen to browsers whose users do not want this
 * @property {boolean} AlwaysUseSendBeacon
 * @property {boolean} BrowserFeatureDetection
 * @property {boolean} CampaignParameters
 * @property {boolean} [FileTracking]
 * @property {boolean} PerformanceTracking
 * @property {boolean} QueueRequest
 * @property {number[]} [PagePerformanceTiming]
 * @property {string} RequestContentType
 * @property {number} LinkTrackingTimer
 * @property {string[]} DownloadExtensions
 * @property {string[]} IgnoreClasses
 * @property {string[]} LinkClasses
 * @property {string[]} DownloadClasses
 * @property {string[]} ExcludedReferrers
 * @property {string[]} ExcludedQueryParams
 * @property {string[]} CampaignNameKey
 * @property {string[]} CampaignKeywordKey
 * @property {boolean} [discardHashTag]
 * @property {boolean} [ConversionAttributionFirstReferrer]
 * @property {any} [CustomData]
 * @property {boolean} [CountPreRendered]
 * @property {number} RequestQueueInterval in milliseconds
 *
 * @typedef {object} TrackerMethods
 * @property {Config} config
 * @property {(query: string, customData?: any, callback?: Function, kind?: string) => void} trackRequest
 *     sends a request: query is what is special to it ("e_c=…&e_a=…&ca=1"), all else is added; kind is that of plug-ins' hooks
 * @property {(queries: string[], kind?: string) => void} requests several of them, together where that can be
 * @property {() => (() => void)} hold no request is built or sent until the returned function was called
 * @property {() => string} getVisitorId
 * @property {(id: string) => void} setVisitorId
 * @property {() => string} getCurrentUrl
 *
 * @typedef {TrackerMethods & Record<string, any>} AnyTracker a tracker with all of its methods
 *
 * @typedef {Config & Record<string, any>} State settings and, in properties that end in "_", what else a tracker knows
 * @typedef {Record<string, (t: State, ...values: any[]) => any>} Methods what becomes methods: the tracker's state comes first
 */

export {};
