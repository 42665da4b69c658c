package org.footfall.ingest;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lets equal texts share one object, since open visits keep many of few pages and user agents. It
 * forgets: a text takes the place of another one of the same hash, so that whatever clients send,
 * the pool never grows.
 */
final class TextPool {
  private static final int PLACES = 1 << 16;

  private final AtomicReferenceArray<String> places = new AtomicReferenceArray<>(PLACES);

  String shared(String text) {
    if (text.isEmpty()) {
      return "";
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    String known = places.getPlain(place);
    if (text.equals(known)) {
      return known;
    }
    places.setPlain(place, text);
    return text;
  }
}
