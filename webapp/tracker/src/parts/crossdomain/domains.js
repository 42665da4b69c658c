/**
 * Whether an address belongs to one of the owner's domains, as setDomains takes them: `example.org`, `*.example.org` and `.example.org` (the domain
 * and all below it), any of these with a path, `*` behind it or not.
 *
 * @param {string[]} domains
 * @param {string} host
 * @param {string} path
 * @returns {boolean}
 */
export function among(domains, host, path) {
  return domains.some((domain) => {
    const [, any, name, prefix] = /^(?:https?:)?(?:\/\/)?(\*?\.)?([^/:]*)(?::\d+)?(\/.*?)?\/?\*?$/i.exec(domain.trim()) || [];
    const own = (name || '').toLowerCase();
    const fits = own === host || (any && host.slice(-own.length - 1) === '.' + own);
    return !!own && fits && (!prefix || path === prefix || path.indexOf(prefix + '/') === 0);
  });
}
