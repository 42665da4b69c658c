package org.footfall.app;

import java.util.List;
import java.util.stream.Stream;
import org.footfall.archive.ArchiveSettings;
import org.footfall.config.Setting;
import org.footfall.enrich.device.DeviceSettings;
import org.footfall.enrich.geo.GeoSettings;
import org.footfall.enrich.referrer.ReferrerSettings;
import org.footfall.ingest.BotSettings;
import org.footfall.ingest.TransferSettings;
import org.footfall.privacy.ProxySettings;
import org.footfall.queue.QueueSettings;
import org.footfall.report.ReportSettings;
import org.footfall.store.DatabaseSettings;
import org.footfall.tracking.TrackingSettings;
import org.footfall.visit.VisitSettings;
import org.footfall.visitlog.LogSettings;

/** Every setting there is, in the order of the sample file. */
public final class AllSettings {
  public static final List<Setting<?>> ALL =
      Stream.of(
              HttpSettings.ALL,
              ProxySettings.ALL,
              TrackingSettings.ALL,
              TagPlaces.ALL,
              DatabaseSettings.ALL,
              QueueSettings.ALL,
              StateSettings.ALL,
              GeoSettings.ALL,
              DeviceSettings.ALL,
              VisitSettings.ALL,
              ReferrerSettings.ALL,
              TransferSettings.ALL,
              BotSettings.ALL,
              ArchiveSettings.ALL,
              LogSettings.ALL,
              ReportSettings.ALL)
          .flatMap(List::stream)
          .toList();

  private AllSettings() {}
}
