package org.footfall.report;

/** What the codes of devices in the log are called. A code that nobody knows is its own name. */
public interface DeviceNames {
  /** Where no names are known. */
  DeviceNames CODES =
      new DeviceNames() {
        @Override
        public String nameOfOs(String code) {
          return code;
        }

        @Override
        public String nameOfBrowser(String code) {
          return code;
        }

        @Override
        public String nameOfBrand(String code) {
          return code;
        }
      };

  String nameOfOs(String code);

  String nameOfBrowser(String code);

  String nameOfBrand(String code);
}
