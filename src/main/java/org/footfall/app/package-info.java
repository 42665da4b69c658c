/**
 * The house: wires all parts ({@link org.footfall.app.App}), starts and stops them in order, and
 * holds what belongs to no single part: the web server, health, error pages, logging.
 *
 * <p>It refuses rules of the domain; it hands requests on to the edges. Only the command line and
 * {@code Main} see it.
 */
package org.footfall.app;
