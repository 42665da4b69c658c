package org.footfall.site;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells whoever keeps a copy of sites, accounts or settings that this process has just committed a
 * change. Listeners run in the thread that changed something, before its call returns: who adds a
 * site and then sends a hit finds the site known.
 */
public final class LocalChanges {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Call after the commit. */
  public void changed() {
    listeners.forEach(Runnable::run);
  }
}
