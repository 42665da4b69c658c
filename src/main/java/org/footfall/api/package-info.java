/**
 * The Reporting API, as clients of Matomo know it: {@code /index.php?module=API&method=…}.
 *
 * <p>Owns the names and spellings of that interface: methods and their parameters, permissions,
 * error texts and codes, filters, formats. Refuses what is malformed, too long or not allowed with
 * an answer in the asked format. Hands questions on to {@code report}, {@code site} and {@code
 * account}; it computes nothing itself.
 */
package org.footfall.api;
