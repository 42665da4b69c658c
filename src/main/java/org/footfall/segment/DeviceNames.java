package org.footfall.segment;

/**
 * What is meant by the short codes that the log has of operating systems, browsers and brands. An
 * unknown code has an empty name.
 */
public interface DeviceNames {
  /** For a server that knows no names: then everything is unknown. */
  DeviceNames NONE =
      new DeviceNames() {
        @Override
        public String os(String code) {
          return "";
        }

        @Override
        public String osFamily(String code) {
          return "";
        }

        @Override
        public String browser(String code) {
          return "";
        }

        @Override
        public String brand(String code) {
          return "";
        }
      };

  /** {@code WIN} is {@code Windows}. */
  String os(String code);

  /** {@code UBT} is of the family {@code GNU/Linux}. */
  String osFamily(String code);

  /** {@code FF} is {@code Firefox}. */
  String browser(String code);

  /** {@code AP} is {@code Apple}. */
  String brand(String code);
}
