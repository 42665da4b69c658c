package org.footfall.ingest;

import org.footfall.enrich.device.ClientHints;
import org.footfall.enrich.device.Device;
import org.footfall.enrich.device.Devices;
import org.footfall.tracking.TrackingRequest;
import org.footfall.visit.DeviceTraits;

/** Finds out what was browsed with. What is no person makes no visit, unless the sender says so. */
final class DeviceStep implements TransferStep.Each {
  private static final Fate BOT = new Fate("excluded", "bot");

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
    if (device.isBot() && !request.parameter("bots").equals("1")) {
      draft.fate = BOT;
    }
    draft.device = DeviceTraits.of(device);
  }
}
