/**
 * What can be asked of the Reporting API, in words and in a form that programs read.
 *
 * <p>Owns the description of every method: its parameters, what they mean, what they are when they
 * are not sent. Methods of reports are described by the catalogue of reports; others by the
 * resource {@code methods.txt}. Refuses to answer methods, which {@code api} does; hands the
 * description to it and to the pages.
 */
package org.footfall.manual;
