/**
 * Days and the time zones they are counted in.
 *
 * <p>Owns the history of zones that a clock was set to ({@link org.footfall.time.ZoneHistory}).
 * Refuses to read the clock itself. Hands on days.
 */
package org.footfall.time;
