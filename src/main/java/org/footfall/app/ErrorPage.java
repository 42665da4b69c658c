package org.footfall.app;

/** What a person reads when something went wrong: never a trace, never what they sent. */
public record ErrorPage(int status, String title, String advice) {}
