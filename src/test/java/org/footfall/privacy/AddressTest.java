package org.footfall.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.footfall.site.SiteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, c0000207",
    "192.0.2.7:443, c0000207",
    "' 192.0.2.7 ', c0000207",
    "::ffff:192.0.2.7, c0000207",
    "[2001:db8::1]:80, 20010db8000000000000000000000001",
    "fe80::1%eth0, fe800000000000000000000000000001",
    "192.0.2.256, ''",
    "192.0.2, ''",
    "192.0.2.7.8, ''",
    "example.org, ''",
    "192.0.2.*, ''",
    "2001:db8::*, ''",
    "'', ''",
    "::, 00000000000000000000000000000000",
  })
  void textsBecomeAddresses(String text, String bytes) {
    assertThat(hex(IpText.parse(text))).isEqualTo(bytes);
  }

  @Property
  void noTextBreaksTheReader(@ForAll String text) {
    assertThat(IpText.parse(text).length).isIn(0, 4, 16);
    assertThat(AddressRange.parse(text)).isNotNull();
    TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1"), "X-Forwarded-For");
    assertThat(proxies.visitor(IpText.parse("127.0.0.1"), text).length).isIn(4, 16);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 0, c0000207",
    "192.0.2.7, 1, c0000200",
    "192.0.2.7, 2, c0000000",
    "192.0.2.7, 4, 00000000",
    "2001:db8:1:2:3:4:5:6, 1, 20010db8000100020000000000000000",
    "2001:db8:1:2:3:4:5:6, 2, 20010db8000100000000000000000000",
    "2001:db8:1:2:3:4:5:6, 3, 20010d00000000000000000000000000",
    "2001:db8:1:2:3:4:5:6, 4, 00000000000000000000000000000000",
  })
  void masksZeroTheEnd(String address, int bytes, String masked) {
    assertThat(hex(IpMask.mask(IpText.parse(address), bytes))).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.0/24, 192.0.2.200, true",
    "192.0.2.77/24, 192.0.2.200, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "10.0.0.0/8, 10.255.1.2, true",
    "192.168.*.*, 192.168.7.9, true",
    "192.*.7.*, 192.168.7.9, true",
    "192.*.7.*, 192.168.8.9, false",
    "2001:db8::/32, 2001:db8:9::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/32, 192.0.2.7, false",
    "0.0.0.0/0, 192.0.2.7, true",
  })
  void rangesHoldAddresses(String range, String address, boolean holds) {
    assertThat(AddressRange.parse(range).orElseThrow().holds(IpText.parse(address)))
        .isEqualTo(holds);
  }

  @Test
  void whatIsNoRangeIsNone() {
    assertThat(AddressRange.parseAll(List.of("", "*", "x", "1.2.3", "300.1.1.1", "a".repeat(999))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, '198.51.100.7', 198.51.100.7",
    "10.0.0.1, '203.0.113.9, 198.51.100.7, 10.0.0.2', 198.51.100.7",
    "10.0.0.1, '203.0.113.9, 198.51.100.7:5050', 198.51.100.7",
    "10.0.0.1, '10.0.0.3, 10.0.0.2', 10.0.0.3",
    "10.0.0.1, 'unknown', 10.0.0.1",
    "10.0.0.1, '203.0.113.9, unknown, 10.0.0.2', 10.0.0.2",
    "10.0.0.1, '', 10.0.0.1",
    "10.0.0.1, ',', 10.0.0.1",
    "192.0.2.1, '198.51.100.7', 192.0.2.1",
  })
  void theLastUntrustedAddressIsTheVisitor(String peer, String header, String visitor) {
    TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8"), "X-Forwarded-For");
    assertThat(proxies.visitor(IpText.parse(peer), header)).isEqualTo(IpText.parse(visitor));
    assertThat(proxies.visitor(IpText.parse(peer), null)).isEqualTo(IpText.parse(peer));
  }

  @Test
  void aRangeOfProxiesThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/99"), ""))
        .hasMessageContaining("10.0.0.0/99");
  }

  @Test
  void hashesDifferBySiteDayAndAddressAndStayTheSameOtherwise() {
    LocalDate day = LocalDate.of(2026, 3, 10);
    byte[] salt = new byte[32];
    AddressHash hash = new AddressHash(Map.of(day, salt), new byte[] {1});
    byte[] address = IpText.parse("192.0.2.7");
    long one = hash.of(new SiteId(1), day, address);
    assertThat(new AddressHash(Map.of(day, salt), new byte[] {2}).of(new SiteId(1), day, address))
        .isEqualTo(one);
    assertThat(
            List.of(
                hash.of(new SiteId(2), day, address),
                hash.of(new SiteId(1), day.plusDays(1), address),
                hash.of(new SiteId(1), day, IpText.parse("192.0.2.8")),
                hash.of(new SiteId(1), day, new byte[0])))
        .doesNotContain(one)
        .doesNotHaveDuplicates();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
