/*
 * Which methods are in which part: the first call of one loads the part (src/parts/<name>.js).
 * Methods whose result a page uses at once cannot be here.
 */
export const STUBS = {
  content:
    'trackAllContentImpressions trackVisibleContentImpressions trackContentImpression trackContentImpressionsWithinNode ' +
    'trackContentInteraction trackContentInteractionNode logAllContentBlocksOnPage',
  crossdomain: 'enableCrossDomainLinking',
  extras: 'enableAutoPageViews trackScrollDepth trackWebVitals trackEngagement trackAttributeEvents track404',
  rare: 'enableHeartBeatTimer disableHeartBeatTimer enableJSErrorTracking addDownloadExtensions removeDownloadExtensions killFrame redirectFile legacyLog overlay',
};
