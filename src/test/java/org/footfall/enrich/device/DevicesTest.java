package org.footfall.enrich.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.footfall.config.Config;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  private static final String GALAXY =
      "Mozilla/5.0 (Linux; Android 9; SM-G960F) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/96.0.4664.45 Mobile Safari/537.36";
  private static final String FROZEN =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/126.0.0.0 Mobile Safari/537.36";
  private static final String BOT =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  private static final Devices DEVICES = Devices.open(Config.defaults(DeviceSettings.ALL));

  @Test
  void aDesktopBrowser() {
    Device device = DEVICES.detect(FIREFOX, ClientHints.NONE);
    assertThat(device.os()).isEqualTo(new Device.Os("UBT", "Ubuntu", "", "GNU/Linux"));
    assertThat(device.client())
        .isEqualTo(
            new Device.Client(Device.Kind.BROWSER, "Firefox", "128.0", "FF", "Gecko", "Firefox"));
    assertThat(device.type()).isEqualTo(DeviceType.DESKTOP);
    assertThat(device.brand() + device.brandCode() + device.model()).isEmpty();
    assertThat(device.isBot()).isFalse();
  }

  @Test
  void aTelephone() {
    Device device = DEVICES.detect(GALAXY, Map.of());
    assertThat(device.os()).isEqualTo(new Device.Os("AND", "Android", "9", "Android"));
    assertThat(device.client().code()).isEqualTo("CM");
    assertThat(device.type()).isEqualTo(DeviceType.SMARTPHONE);
    assertThat(device.brandCode()).isEqualTo("SA");
    assertThat(device.brand()).isEqualTo("Samsung");
    assertThat(device.model()).isEqualTo("Galaxy S9");
  }

  @Test
  void aFrozenUserAgentTellsNoModelButHintsDo() {
    assertThat(DEVICES.detect(FROZEN, ClientHints.NONE).model()).isEmpty();
    Device device =
        DEVICES.detect(
            FROZEN,
            Map.of(
                "sec-ch-ua",
                "\"Not/A)Brand\";v=\"8\", \"Chromium\";v=\"126\", \"Microsoft Edge\";v=\"126\"",
                "sec-ch-ua-platform",
                "\"Android\"",
                "sec-ch-ua-platform-version",
                "\"14.0.0\"",
                "sec-ch-ua-model",
                "\"SM-G960F\""));
    assertThat(device.model()).isEqualTo("Galaxy S9");
    assertThat(device.os().version()).isEqualTo("14.0.0");
    assertThat(device.client().name()).isEqualTo("Microsoft Edge");
  }

  @Test
  void theParameterTellsMoreThanHeaders() {
    Device device =
        DEVICES.detect(
            FROZEN,
            ClientHints.of(
                Map.of("sec-ch-ua-model", "\"other\""),
                "{\"model\":\"SM-T500\",\"formFactors\":[\"Tablet\"],\"platform\":\"Android\"}"));
    assertThat(device.model()).isEqualTo("Galaxy Tab A7 10.4\" (2020) WiFi");
    assertThat(device.type()).isEqualTo(DeviceType.TABLET);
  }

  @Test
  void windowsElevenIsToldByHintsOnly() {
    String agent =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";
    Map<String, String> eleven =
        Map.of("sec-ch-ua-platform", "\"Windows\"", "sec-ch-ua-platform-version", "\"15.0.0\"");
    assertThat(DEVICES.detect(agent, ClientHints.NONE).os().version()).isEqualTo("10");
    assertThat(DEVICES.detect(agent, eleven).os().version()).isEqualTo("11");
  }

  @Test
  void aBotIsNothingElse() {
    Device device = DEVICES.detect(BOT, ClientHints.NONE);
    assertThat(device.bot()).isEqualTo(new Device.Bot("Googlebot", "Search bot", "Google Inc."));
    assertThat(device).isEqualTo(Device.bot(device.bot()));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(DEVICES.detect("", ClientHints.NONE)).isEqualTo(Device.UNKNOWN);
    assertThat(DEVICES.detect(" \t", Map.of())).isEqualTo(Device.UNKNOWN);
  }

  @Test
  void whatIsTooLongIsCut() {
    String filler = "x".repeat(Devices.MAX_USER_AGENT - FIREFOX.length() - 1);
    assertThat(DEVICES.detect(filler + " " + FIREFOX, ClientHints.NONE).client().version())
        .isEqualTo("128.0");
    assertThat(DEVICES.detect(filler + "xx " + FIREFOX, ClientHints.NONE).client().version())
        .isEqualTo("128");
  }

  @Test
  void whatWasToldIsRemembered() {
    assertThat(DEVICES.detect(GALAXY, Map.of())).isSameAs(DEVICES.detect(GALAXY, Map.of()));
  }

  @Test
  void manyThreadsAreToldTheSame() {
    Devices devices = new Devices(100);
    Device alone = DEVICES.detect(GALAXY, ClientHints.NONE);
    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> devices.detect(GALAXY + " x" + i / 2, ClientHints.NONE)))
        .allMatch(device -> device.equals(alone));
  }
}
