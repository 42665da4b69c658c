package org.footfall.ingest;

import java.util.Set;
import org.footfall.enrich.device.ClientHints;
import org.footfall.enrich.device.Device;
import org.footfall.enrich.device.Devices;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.DeviceTraits;
import org.footfall.visit.Texts;

/**
 * Finds out what was browsed with. A crawler makes no visit, unless the sender says {@code bots=1};
 * the recording mode ({@code recMode}) counts more: 1 is for crawlers alone, 2 tells them apart
 * whatever {@code bots} says.
 */
final class DeviceStep implements TransferStep.Each {
  private static final Fate BOT = new Fate("excluded", "bot");
  private static final Fate NO_BOT = new Fate("excluded", "no_bot");
  private static final String ONLY_BOTS = "1";
  private static final Set<String> MODES = Set.of(ONLY_BOTS, "2");
  private static final int LONGEST_NAME = 100;

  private final Devices devices;

  DeviceStep(Devices devices) {
    this.devices = devices;
  }

  @Override
  public String name() {
    return "device";
  }

  @Override
  public void take(Draft draft) {
    TrackingRequest request = draft.request;
    Device device =
        devices.detect(
            request.userAgent(),
            ClientHints.of(request.clientHints(), request.parameter("uadata")));
    String mode = request.parameter("recMode");
    boolean wanted = request.parameter("bots").equals("1") && !MODES.contains(mode);
    if (device.isBot() && !wanted) {
      draft.bot = Texts.cut(device.bot().name(), LONGEST_NAME);
      draft.fate = BOT;
    } else if (mode.equals(ONLY_BOTS)) {
      draft.fate = NO_BOT;
    }
    draft.device = DeviceTraits.of(device);
  }
}
