// Sends hits with Matomo's own client: node node-client.js ADDRESS SITE track|trackBulk HITS
// where HITS is a JSON list of their parameters. Fails when one of them is refused.
'use strict';

const diagnostics = require('diagnostics_channel');
const MatomoTracker = require('matomo-tracker');

const [address, site, how, hits] = process.argv.slice(2);
const tracker = new MatomoTracker(Number(site), address);
tracker.on('error', (error) => {
  console.error(`refused: ${error}`);
  process.exitCode = 1;
});

if (how === 'trackBulk') {
  tracker.trackBulk(JSON.parse(hits), (answer) => console.log(answer));
} else {
  // The client leaves these answers unread, for which node would wait until the server hangs up.
  diagnostics.subscribe('http.client.response.finish', ({ response }) => response.resume());
  JSON.parse(hits).forEach((hit) => tracker.track(hit));
}
