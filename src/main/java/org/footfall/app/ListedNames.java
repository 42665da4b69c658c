package org.footfall.app;

import org.footfall.segment.DeviceNames;

/** The names of devices that the published lists have. */
record ListedNames(org.footfall.enrich.device.DeviceNames lists) implements DeviceNames {
  @Override
  public String os(String code) {
    return lists.nameOfOs(code);
  }

  @Override
  public String osFamily(String code) {
    return lists.familyOfOs(code);
  }

  @Override
  public String browser(String code) {
    return lists.nameOfBrowser(code);
  }

  @Override
  public String brand(String code) {
    return lists.nameOfBrand(code);
  }
}
