/**
 * What a user agent and client hints tell of a visitor's device.
 *
 * <p>Owns the {@link org.footfall.enrich.device.Device} value, the engine that applies the
 * published rule lists of the device-detector project (npm {@code node-device-detector}, LGPL-3,
 * unchanged), and the names and codes that these lists use. Refuses to remember anything but what
 * it has already worked out, and to spend more than a bounded effort on any text. Hands on to the
 * transfer, which stores codes, and to reports, which show names.
 *
 * <p>From the bottom up: {@code PublishedLists} reads the lists; {@code Expression} understands a
 * regular expression well enough to say which literals a match must contain; {@code LiteralIndex}
 * finds these in a user agent; {@code RuleBook} numbers all expressions and {@code Subject} tries
 * on one text those that can match at all; {@code RuleList} finds a list's first match. Above them
 * one class each for bots, systems, clients, browsers, brands and types, and {@code Detector}.
 */
package org.footfall.enrich.device;
