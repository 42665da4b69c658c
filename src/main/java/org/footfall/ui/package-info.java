/**
 * The pages a person looks at: servlets, the models their templates show, and what browsers load.
 *
 * <p>Owns sign-in, sessions and their table, forms' protection against other sites, security
 * headers, assets, and how numbers and days are written. Templates lie in {@code webapp/template}
 * and become classes of this package, so that models stay package-private; scripts and styles lie
 * in {@code webapp/static}.
 *
 * <p>Refuses to compute: figures come from {@code report}, rights from {@code account}. Asks no
 * HTTP service, its own included. {@link org.footfall.ui.Ui} hands the servlets to the server.
 */
package org.footfall.ui;
