/** Integrity of each part, by its name; the build puts it in. */
declare const PARTS: Record<string, string>;

interface Window {
  [name: string]: any;
}
