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
 * @property {string|number} siteId
 * @property {string} trackerUrl
 * @property {string} apiUrl
 * @property {string} customUrl
 * @property {string} referrerUrl
 * @property {string} documentTitle
 * @property {string} userId
 * @property {string} visitorId
 * @property {string} pageViewId
 * @property {string[]} domains
 * @property {string} cookieNamePrefix
 * @property {string} cookieDomain
 * @property {string} cookiePath
 * @property {string} cookieSameSite
 * @property {boolean} [secureCookie]
 * @property {number} visitorCookieTimeout in milliseconds, as are the other times of cookies
 * @property {number} sessionCookieTimeout
 * @property {number} referralCookieTimeout
 * @property {number} crossDomainLinkingTimeout in seconds
 * @property {boolean} [crossDomainLinking]
 * @property {string} requestMethod
 * @property {string} appendToTrackingUrl what is added to each request
 * @property {boolean} [doNotTrack] listen to browsers whose users do not want this
 * @property {boolean} alwaysUseSendBeacon
 * @property {boolean} browserFeatureDetection
 * @property {boolean} campaignParameters
 * @property {boolean} [fileTracking]
 * @property {boolean} performanceTracking
 * @property {boolean} queueRequest
 * @property {number[]} [pagePerformanceTiming]
 * @property {string} requestContentType
 * @property {number} linkTrackingTimer
 * @property {string[]} downloadExtensions
 * @property {string[]} ignoreClasses
 * @property {string[]} linkClasses
 * @property {string[]} downloadClasses
 * @property {string[]} excludedReferrers
 * @property {string[]} excludedQueryParams
 * @property {string[]} campaignNameKey
 * @property {string[]} campaignKeywordKey
 * @property {boolean} [discardHashTag]
 * @property {boolean} [conversionAttributionFirstReferrer]
 * @property {any} [customData]
 * @property {boolean} [countPreRendered]
 * @property {number} requestQueueInterval in milliseconds
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
