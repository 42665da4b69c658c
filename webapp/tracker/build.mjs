/*
 * Builds what pages load: the tracker, its parts and the lite tracker.
 *
 * A part is loaded by the tracker on first use, with the part's integrity in the script element; so parts are built first and their
 * integrity is written into the tracker (or into another part, if that is to load it). The hash in a part's address is made of the integrity's first letters, on both sides.
 * esbuild bundles the modules, terser makes them small: properties that end in "_" are private to one file and get short names.
 * Each file is written with its source map and compressed once, as well as it goes, so that the server only hands out bytes.
 *
 * The build fails when a file outgrows its budget, when its syntax is newer than the oldest browser we serve can read, or when a source uses what
 * such a browser does not have (apis.mjs).
 */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {parse} from 'acorn';
import {build} from 'esbuild';
import {minify} from 'terser';
import {newer} from './apis.mjs';
import {STUBS} from './src/stubs.js';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] || join(here, '../../target/generated-resources/tag/org/footfall/tag');

/** Largest sizes, gzipped. */
const BUDGET = {'tracker.js': 8192, 'lite.js': 1536};
/** What integrity is told by; src/loader.js says it, too. */
const DIGEST = 'sha256';
/** Chrome 60, Safari 13 and Firefox 78 read all of it. */
const SYNTAX = 2017;
const BROWSERS = ['chrome60', 'safari13', 'firefox78'];

/** @type {Record<string, {hash: string, integrity: string, bytes: number, gzip: number, brotli: number}>} */
const files = {};
/** Sources of all of them. */
const sources = {};

async function make(name, entry, define) {
  const bundled = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: BROWSERS,
    // Safari 13 only errs where a default value has side effects.
    supported: {destructuring: true},
    define,
    charset: 'ascii',
    sourcemap: 'external',
    sourcesContent: true,
    outfile: join(out, name),
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  for (const path of Object.keys(bundled.metafile.inputs).filter(existsSync)) {
    sources[path] = readFileSync(path, 'utf8');
  }
  const [map, code] = ['.map', '.js'].map((end) => bundled.outputFiles.find((file) => file.path.endsWith(end)).text);
  // One word for all declarations packs better; of the same width, so that the source map holds.
  const small = await minify(code.replace(/\bconst /g, 'let   '), {
    ecma: SYNTAX,
    compress: {passes: 5, unsafe_arrows: true, hoist_funs: true, booleans_as_integers: false, pure_getters: true, keep_fargs: false},
    mangle: {properties: {regex: /[a-zA-Z0-9]_$/}},
    format: {ascii_only: true, comments: false},
    sourceMap: {content: map, filename: name},
  });
  parse(small.code, {ecmaVersion: SYNTAX});

  const bytes = Buffer.from(small.code);
  const gzip = gzipSync(bytes, {level: 9});
  const brotli = brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});
  const integrity = DIGEST + '-' + createHash(DIGEST).update(bytes).digest('base64');
  const hash = integrity.replace(DIGEST + '-', '').replace(/\W/g, '').slice(0, 8);
  for (const [end, content] of [['', bytes], ['.map', small.map], ['.gz', gzip], ['.br', brotli]]) {
    writeFileSync(join(out, name + end), content);
  }
  files[name] = {hash, integrity, bytes: bytes.length, gzip: gzip.length, brotli: brotli.length};
  return integrity;
}

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});

const makePart = async (name, define) => {
  const integrity = await make(`part-${name}.js`, join(here, `src/parts/${name}.js`), define);
  return integrity.replace(DIGEST + '-', '');
};
// The tracker knows the parts that have stubs; one that has none is loaded by another part.
const OVERLAY = JSON.stringify(await makePart('overlay', {}));
/** By name of a part: its digest, and the methods that load it. */
const parts = {};
for (const name of Object.keys(STUBS).sort()) {
  parts[name] = (await makePart(name, {OVERLAY})) + ' ' + STUBS[name];
}
await make('tracker.js', join(here, 'src/main.js'), {PARTS: JSON.stringify(parts)});
if (existsSync(join(here, 'lite/main.js'))) {
  await make('lite.js', join(here, 'lite/main.js'), {});
}

console.log('file                      bytes    gzip  brotli  budget');
for (const [name, {bytes, gzip, brotli}] of Object.entries(files)) {
  console.log(name.padEnd(22) + [bytes, gzip, brotli, BUDGET[name] || ''].map((n) => String(n).padStart(8)).join(''));
}
const over = Object.keys(BUDGET).filter((name) => files[name] && files[name].gzip > BUDGET[name]);
if (over.length) {
  console.error('Larger than its budget: ' + over.map((name) => `${name} by ${files[name].gzip - BUDGET[name]} bytes`).join(', '));
  process.exit(1);
}
const missing = newer(sources, BROWSERS);
if (missing.length) {
  console.error('Not in all browsers we serve:\n' + missing.join('\n'));
  process.exit(1);
}
// Last, since what is newer than this file is built again.
writeFileSync(join(out, 'tag.json'), JSON.stringify(files, null, 2) + '\n');
