// An application that uses one of the packages of this interface, as their descriptions say.
import MatomoTracker from 'matomo-tracker-package';

const tracker = new MatomoTracker({
  urlBase: location.origin + FOLDER,
  siteId: 1,
  userId: 'ada',
  heartBeat: {active: true, seconds: 10},
  linkTracking: true,
  configurations: {setSecureCookie: false, setRequestMethod: 'POST'},
});
tracker.trackPageView({documentTitle: 'Start', customDimensions: [{id: 1, value: 'gold'}]});
tracker.trackEvent({category: 'Tea', action: 'brew', name: 'Green', value: 3});
tracker.trackSiteSearch({keyword: 'green tea', category: 'Drinks', count: 4});
tracker.addEcommerceItem({sku: 'T1', productName: 'Green tea', productCategory: 'Drinks', productPrice: 4.5, productQuantity: 2});
tracker.trackEcommerceOrder({orderId: 'A-17', orderRevenue: 9});
tracker.trackLink({href: 'http://maker.test/tea'});
tracker.trackEvents();
