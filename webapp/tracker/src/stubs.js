/*
 * Which methods are in which part: the first call of one loads the part (src/parts/<name>.js). There are two, since each costs the tracker the bytes of its
 * integrity, and most pages that call one method of a part never call one of the other.
 * Methods whose result a page uses at once cannot be here.
 */
export const STUBS = {
  content:
    'trackAllContentImpressions trackVisibleContentImpressions trackContentImpression trackContentImpressionsWithinNode ' +
    'trackContentInteraction trackContentInteractionNode logAllContentBlocksOnPage ' +
    'enableAutoPageViews trackScrollDepth trackWebVitals trackEngagement trackAttributeEvents track404',
  rare:
    'enableCrossDomainLinking enableHeartBeatTimer disableHeartBeatTimer enableJSErrorTracking addDownloadExtensions removeDownloadExtensions ' +
    'killFrame redirectFile legacyLog overlay',
};
