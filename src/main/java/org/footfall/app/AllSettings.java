package org.footfall.app;

import java.util.List;
import java.util.stream.Stream;
import org.footfall.config.Setting;
import org.footfall.queue.QueueSettings;
import org.footfall.store.DatabaseSettings;

/** Every setting there is, in the order of the sample file. */
public final class AllSettings {
  public static final List<Setting<?>> ALL =
      Stream.of(HttpSettings.ALL, DatabaseSettings.ALL, QueueSettings.ALL)
          .flatMap(List::stream)
          .toList();

  private AllSettings() {}
}
