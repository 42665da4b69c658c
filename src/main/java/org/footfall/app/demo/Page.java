package org.footfall.app.demo;

/** What one hit is about; {@code referrer} is empty where nothing led there. */
record Page(String url, String title, String referrer) {}
