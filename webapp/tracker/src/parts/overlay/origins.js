/**
 * Where Footfall may be: where its API is said to be, else where hits go and where the tag comes from.
 * @type {(config: {APIUrl?: string, TrackerUrl?: string}, own: string | undefined, page: string) => string[]}
 */
export const origins = ({APIUrl, TrackerUrl}, own, page) => {
  const found = [APIUrl || TrackerUrl, APIUrl || own].filter(Boolean).map((address) => {
    try {
      return new URL(address, page).origin;
    } catch (e) {
      return '';
    }
  });
  return found.filter((origin, i) => /^http/.test(origin) && found.indexOf(origin) === i);
};
