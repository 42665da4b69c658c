// Asks node-device-detector, whose rule lists we ship, about each user agent of the golden sample:
// JSON lines in (fresh ones, or those of the sample itself), the sample out. After a change of the
// package's version:
//
//   S=src/test/resources/org/footfall/enrich/device/golden.jsonl.gz
//   zcat $S >/tmp/agents && node src/test/device/oracle.mjs </tmp/agents
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const require = createRequire(new URL('../../../webapp/package.json', import.meta.url));
const DeviceDetector = require('node-device-detector');
const ClientHints = require('node-device-detector/client-hints');

const detector = new DeviceDetector();
const hintReader = new ClientHints();
const target = new URL('../resources/org/footfall/enrich/device/golden.jsonl.gz', import.meta.url);

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => {
  const { ua, hints } = JSON.parse(line);
  const bot = detector.parseBot(ua).name ?? '';
  const text = (value) => (value === undefined || value === null ? '' : String(value));
  if (bot) return JSON.stringify({ ua, hints, is: { bot } });
  const { os = {}, client = {}, device = {} } = detector.detect(ua, hintReader.parse(hints));
  return JSON.stringify({
    ua,
    hints,
    is: {
      os: text(os?.short_name), osVersion: text(os?.version), kind: text(client?.type), client: text(client?.name),
      clientVersion: text(client?.version), code: text(client?.short_name), engine: text(client?.engine), family: text(client?.family),
      type: text(device?.type), brand: text(device?.brand), model: text(device?.model),
    },
  });
});
writeFileSync(target, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
console.log(`${lines.length} user agents`);
