package org.footfall.report.flow;

/**
 * Where visits came from that began with the page.
 *
 * @param type how the visitor came, as the log numbers it
 * @param name a search engine, a network, a website's page, a campaign with its keyword; empty for
 *     visitors who came by themselves
 */
public record Origin(int type, String name, long visits) {
  Origin plus(Origin other) {
    return new Origin(type, name, visits + other.visits);
  }
}
