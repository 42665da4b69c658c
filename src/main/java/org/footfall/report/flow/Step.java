package org.footfall.report.flow;

/**
 * The other end of a way: a page, a keyword, an address.
 *
 * @param prefix of an address, as the log numbers protocols; as it was seen first
 * @param count how often visitors went there
 */
public record Step(String name, int prefix, long count) {
  Step plus(Step other) {
    return new Step(name, prefix, count + other.count);
  }
}
