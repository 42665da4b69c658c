package org.footfall.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuessSourceTest {
  @Test
  void ipv6IsCountedByNetwork() {
    assertThat(source("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(source("2001:db8:1:2::1"))
        .isNotEqualTo(source("2001:db8:1:3::1"));
  }

  @Test
  void ipv4IsCountedByAddress() {
    assertThat(source("192.0.2.1"))
        .isEqualTo(source("::ffff:192.0.2.1"))
        .isNotEqualTo(source("192.0.2.2"));
    assertThat(source("nonsense")).isEmpty();
  }

  private static String source(String address) {
    return GuessSource.ofText(address);
  }
}
