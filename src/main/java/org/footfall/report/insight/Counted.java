package org.footfall.report.insight;

/** A row of one period: what it is called and how many visits it had. */
public record Counted(String label, long visits) {}
