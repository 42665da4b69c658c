/** By name of a part, its digest and the methods that load it (stubs.js), with spaces between; the build puts it in. */
declare const PARTS: Record<string, string>;
/** Digest of the part that another part loads. */
declare const OVERLAY: string;

interface Window {
  [name: string]: any;
}
