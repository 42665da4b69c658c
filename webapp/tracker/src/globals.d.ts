/** By name of a part, its digest and the methods that load it (stubs.js), with spaces between; the build puts it in. */
declare const PARTS: Record<string, string>;

interface Window {
  [name: string]: any;
}
