/**
 * Sites, their goals and custom dimensions, and the settings of the whole installation.
 *
 * <p>Owns the tables {@code site}, {@code site_zone}, {@code goal}, {@code custom_dimension} and
 * {@code instance_setting}. Takes clean values: what a client of the Reporting API may send, and
 * what is made of it, is decided in {@code api}. Hands on {@link org.footfall.site.Site} values and
 * tells listeners of {@link org.footfall.site.LocalChanges} when something was changed in this
 * process.
 */
package org.footfall.site;
