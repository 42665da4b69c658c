/**
 * What owners of sites put into their pages: the tracker's files as the build made them and parts
 * of versions before, the code that loads them, and the form by which visitors opt out.
 *
 * <p>Owns the names of these files, the wording of the code, and how a value is written into a
 * script or an attribute so that it stays a value. Refuses what is not of the form that a place
 * takes. Hands on bytes and text; knows no request and no site.
 */
package org.footfall.tag;
